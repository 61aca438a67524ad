import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import type { Admin } from '@/lib/actor'
import { withQuery } from '@/lib/addresses'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { checksByCentre, checksByDay } from '@/lib/overview/queries/checks'
import { type Period, rangesOf, sumByRange } from '@/lib/overview/rules'
import { ChartWithTable } from './chart-with-table'
import { ExportLink } from './export-link'
import { rangeInWords } from './period'

const RESULTS = ['found', 'missed'] as const
const logPath = (filter: Record<string, string | undefined>) =>
  withQuery('/staff/admin/log', { action: 'card.checked', ...filter })

type Props = { admin: Admin; period: Period; days: number }

/** How many cards were checked, by day, service centre and country, and how many numbers were unknown. */
export async function Checks({ admin, period, days: length }: Props) {
  const [days, centres] = await Promise.all([checksByDay(admin, period), checksByCentre(admin, period)])
  const t = await getTranslations('overview')
  return (
    <Section
      title={t('checks')}
      lead={t('checksLead')}
      actions={<ExportLink list="checks" at="/staff/admin/checks" filter={{ days: length }} />}
    >
      {days.length === 0 ? (
        <Empty>{t('noChecks')}</Empty>
      ) : (
        <>
          <ByDay days={days} period={period} />
          <ByCentre centres={centres} period={period} />
        </>
      )}
    </Section>
  )
}

async function ByDay({ days, period }: { days: Awaited<ReturnType<typeof checksByDay>>; period: Period }) {
  const t = await getTranslations('overview')
  const format = await getFormatter()
  const { each, short, link } = await rangeInWords(period)
  const ranges = sumByRange(rangesOf(period), days, RESULTS)
  const total = (key: (typeof RESULTS)[number]) => ranges.reduce((sum, one) => sum + one[key], 0)
  return (
    <ChartWithTable
      caption={t(each === 'week' ? 'byWeek' : 'byDay')}
      alt={t('checksAlt', { each, found: total('found'), missed: total('missed') })}
      series={RESULTS.map((key) => ({ key, label: t(key), pattern: key }))}
      bars={ranges.map(({ from, to, ...values }) => ({ label: short({ from, to }), values }))}
      columns={[
        { key: 'day', label: t(each), head: true },
        ...RESULTS.map((key) => ({ key, label: t(key), align: 'end' as const })),
      ]}
      rows={ranges.toReversed().map(({ from, to, ...counts }) => ({
        key: from,
        cells: {
          day: link({ from, to }, logPath({ from, to })),
          ...Object.fromEntries(RESULTS.map((key) => [key, format.number(counts[key])])),
        },
      }))}
    />
  )
}

type Centres = Awaited<ReturnType<typeof checksByCentre>>

async function ByCentre({ centres, period }: { centres: Centres; period: Period }) {
  const t = await getTranslations('overview')
  const format = await getFormatter()
  const language = await currentLanguage()
  const link = (label: string, filter: Record<string, string | undefined>) => (
    <Link className="link" href={logPath({ ...filter, ...period })}>
      {label}
    </Link>
  )
  return (
    <Table
      caption={t('byCentre')}
      columns={[
        { key: 'centre', label: t('centre'), head: true },
        { key: 'country', label: t('country') },
        { key: 'checks', label: t('allChecks'), align: 'end' },
        { key: 'misses', label: t('missed'), align: 'end' },
      ]}
      rows={centres.map(({ id, name, country, checks, misses }) => {
        const here = { centre: id ?? undefined, country: country ?? undefined }
        return {
          key: `${id} ${country}`,
          cells: {
            centre: name ?? '–',
            country: country ? link(countryName(country, language), { country }) : '–',
            checks: link(format.number(checks), here),
            misses: misses > 0 && link(format.number(misses), { ...here, hit: 'no' }),
          },
        }
      })}
    />
  )
}
