import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Table } from '@/components/table'
import type { checksOfLead } from '@/lib/centres/queries/lead'

type Listed = NonNullable<Awaited<ReturnType<typeof checksOfLead>>>['checks']

export async function Checks({ checks, zone }: { checks: Listed; zone: string }) {
  const t = await getTranslations('lead')
  const account = await getTranslations('account')
  const format = await getFormatter()
  return (
    <Table
      caption={t('checks')}
      captionHidden
      columns={[
        { key: 'at', label: t('when'), head: true },
        { key: 'person', label: t('person') },
        { key: 'purpose', label: t('purpose') },
        { key: 'case', label: t('case'), mono: true },
        { key: 'result', label: t('result') },
      ]}
      rows={checks.map(({ id, at, person, purpose, caseNumber, hit, mistyped }) => ({
        key: String(id),
        cells: {
          at: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium', timeZone: zone }),
          person: <Address>{person ?? t('gone')}</Address>,
          purpose: purpose ? account(`purpose_${purpose}`) : '–',
          case: caseNumber ?? '–',
          result: t(hit ? 'hit' : mistyped ? 'mistyped' : 'miss'),
        },
      }))}
    />
  )
}
