import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import { textOf } from '@/lib/text-of'
import { formatDay } from '@/lib/time'
import { type OpenedRecord, timestampFormat } from './opened'

/** Terms, status changes, and administrators' actions. */
export async function MembershipStateSection({
  terms,
  changes,
  acts,
}: Pick<OpenedRecord, 'terms' | 'changes' | 'acts'>) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const words = await getTranslations('account')
  const format = await getFormatter()
  const day = (date: string) => formatDay(format, date, 'medium')
  const why = (key: string) => textOf(own, `because.${key}`, key)
  return (
    <Section title={t('standing')}>
      <Table
        caption={t('changes')}
        columns={[
          { key: 'at', label: t('when'), head: true },
          { key: 'to', label: t('status') },
          { key: 'because', label: t('because') },
        ]}
        rows={changes.map(({ id, at, from, to, because }) => ({
          key: id,
          cells: {
            at: format.dateTime(at, timestampFormat),
            to: from ? `${words(from)} → ${words(to)}` : words(to),
            because: why(because),
          },
        }))}
      />
      <Table
        caption={t('terms')}
        columns={[
          { key: 'starts', label: t('starts'), head: true },
          { key: 'expires', label: t('expires') },
          { key: 'because', label: t('because') },
        ]}
        rows={terms.map(({ id, startsOn, expiresOn, because }) => ({
          key: id,
          cells: { starts: day(startsOn), expires: day(expiresOn), because: why(because) },
        }))}
      />
      {acts.length > 0 && (
        <Table
          caption={own('actsTitle')}
          columns={[
            { key: 'at', label: t('when'), head: true },
            { key: 'kind', label: t('action') },
            { key: 'reason', label: own('reason') },
            { key: 'by', label: t('actor') },
          ]}
          rows={acts.map(({ id, at, kind, reason, by }) => ({
            key: id,
            cells: {
              at: format.dateTime(at, timestampFormat),
              kind: own(`done.${kind}`),
              reason,
              by: <Address>{by}</Address>,
            },
          }))}
        />
      )}
    </Section>
  )
}
