import { getFormatter, getTranslations } from 'next-intl/server'
import { ExportLink } from '@/app/staff/admin/export-link'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { NumberedPager } from '@/components/pager'
import { Section } from '@/components/section'
import { StatusTag } from '@/components/status-tag'
import { Table } from '@/components/table'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import type { Affected as AffectedMember } from '@/lib/status-rules/queries/simulation'
import { formatDay } from '@/lib/time'

const DRAFTS = '/staff/admin/programme/status-rules/drafts'

type Props = { affected: AffectedMember[]; more: boolean; page: number; draft: string }

/** The members whose status would change, and when. */
export async function Affected({ affected, more, page, draft }: Props) {
  const t = await getTranslations('statusRules')
  return (
    <Section
      id="who"
      title={t('who')}
      lead={t('whoLead')}
      actions={<ExportLink list="simulation" at={DRAFTS} filter={{ draft }} />}
    >
      {affected.length === 0 ? <Empty>{t('nobodyChanges')}</Empty> : <List affected={affected} />}
      <NumberedPager
        label={t('who')}
        path={`${DRAFTS}/${draft}`}
        page={page}
        more={more}
        previous={t('previous')}
        next={t('next')}
        hash="#who"
      />
    </Section>
  )
}

async function List({ affected }: { affected: AffectedMember[] }) {
  const t = await getTranslations('statusRules')
  const words = await getTranslations('account')
  const format = await getFormatter()
  const language = await currentLanguage()
  return (
    <Table
      caption={t('who')}
      captionHidden
      columns={[
        { key: 'number', label: t('number'), head: true, mono: true },
        { key: 'from', label: t('now') },
        { key: 'to', label: t('then') },
        { key: 'country', label: t('country') },
        { key: 'on', label: t('when') },
      ]}
      rows={affected.map(({ number, country, from, to, kind, on }) => ({
        key: number,
        cells: {
          number: (
            <Link className="link" href={`/staff/admin/members/${number}`}>
              {number}
            </Link>
          ),
          from: <StatusTag material={from}>{words(from)}</StatusTag>,
          to: <StatusTag material={to}>{words(to)}</StatusTag>,
          country: countryName(country, language),
          on: t(`when_${kind}`, {
            day: formatDay(format, on, 'medium'),
          }),
        },
      }))}
    />
  )
}
