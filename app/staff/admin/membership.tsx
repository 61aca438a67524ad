import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import { withQuery } from '@/lib/addresses'
import { countriesIn, countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { STATUSES, type Status } from '@/lib/lists'
import type { memberHistory } from '@/lib/overview/queries/members'
import { byStatus, type MemberCount } from '@/lib/overview/rules'
import { noonOf } from '@/lib/time'
import { ChartWithTable } from './chart-with-table'
import { ExportLink } from './export-link'

type History = Awaited<ReturnType<typeof memberHistory>>

/** How many members hold each status in each country, today and at the last month ends. */
export async function Members({ history, country }: { history: History; country?: string }) {
  const t = await getTranslations('overview')
  const counts = history.counts.filter((one) => !country || one.country === country)
  return (
    <Section
      title={t('members')}
      lead={t('membersLead')}
      actions={<ExportLink list="member-counts" at="/staff/admin/members/counts" filter={{ country }} />}
    >
      {counts.length === 0 ? (
        <Empty>{t('noMembers')}</Empty>
      ) : (
        <>
          <OverTime days={history.days} counts={counts} country={country} />
          <ByCountry counts={history.counts.filter(({ day }) => day === history.days.at(-1))} />
        </>
      )}
    </Section>
  )
}

const all = (counts: readonly MemberCount[]) => counts.reduce((sum, { count }) => sum + count, 0)
/** The list of the counted members: those whose membership has not ended. */
const membersHref = (filter: { status?: Status; country?: string }) =>
  withQuery('/staff/admin/members', { ...filter, standing: 'running' })

async function OverTime({ days, counts, country }: History & { country?: string }) {
  const t = await getTranslations('overview')
  const words = await getTranslations('account')
  const format = await getFormatter()
  const language = await currentLanguage()
  const points = days.map((day) => {
    const counted = counts.filter((one) => one.day === day)
    return { day, values: byStatus(counted), all: all(counted) }
  })
  const today = days.at(-1)
  const month = (day: string) =>
    day === today ? t('today') : format.dateTime(noonOf(day), { month: 'short', year: 'numeric' })
  const last = points.at(-1)
  return (
    <ChartWithTable
      caption={country ? t('overTimeIn', { country: countryName(country, language) }) : t('overTime')}
      alt={t('membersAlt', { ...byStatus([]), ...last?.values, all: last?.all ?? 0 })}
      series={STATUSES.map((key) => ({ key, label: words(key), pattern: key }))}
      bars={points.map(({ day, values }) => ({ label: month(day), values }))}
      columns={[
        { key: 'day', label: t('month'), head: true },
        ...STATUSES.map((key) => ({ key, label: words(key), align: 'end' as const })),
        { key: 'all', label: t('all'), align: 'end' },
      ]}
      rows={points.toReversed().map(({ day, values, all }) => ({
        key: day,
        cells: {
          day: month(day),
          ...Object.fromEntries(STATUSES.map((key) => [key, format.number(values[key])])),
          all: format.number(all),
        },
      }))}
    />
  )
}

async function ByCountry({ counts }: { counts: MemberCount[] }) {
  const t = await getTranslations('overview')
  const words = await getTranslations('account')
  const countries = countriesIn(await currentLanguage(), [...new Set(counts.map(({ country }) => country))])
  return (
    <Table
      caption={t('byCountry')}
      columns={[
        { key: 'country', label: t('country'), head: true },
        ...STATUSES.map((key) => ({ key, label: words(key), align: 'end' as const })),
        { key: 'all', label: t('all'), align: 'end' },
      ]}
      rows={countries.map(({ code: country, name }) => {
        const counted = counts.filter((one) => one.country === country)
        const values = byStatus(counted)
        return {
          key: country,
          cells: {
            country: name,
            ...Object.fromEntries(
              STATUSES.map((status) => [
                status,
                <Linked key={status} count={values[status]} href={membersHref({ status, country })} />,
              ]),
            ),
            all: <Linked count={all(counted)} href={membersHref({ country })} />,
          },
        }
      })}
    />
  )
}

/** A number linked to the members it counts; nothing for zero. */
async function Linked({ count, href }: { count: number; href: string }) {
  const format = await getFormatter()
  if (count === 0) return null
  return (
    <Link className="link" href={href}>
      {format.number(count)}
    </Link>
  )
}
