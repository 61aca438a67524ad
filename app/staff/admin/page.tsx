import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/page-head'
import { requireAdmin } from '@/lib/identity/session'
import { OverviewFilter } from '@/lib/overview/input'
import { memberHistory } from '@/lib/overview/queries/members'
import { periodOf } from '@/lib/overview/rules'
import { berlinDate } from '@/lib/time'
import { Checks } from './checks-section'
import { Decisions } from './decisions-section'
import { InPeriod, Now } from './figures'
import { Members } from './membership'
import { PeriodForm } from './period-form'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('overview'))('title'),
})

/** The administrator's start page: figures to act on, each linked to its list. */
export default async function OverviewPage({ searchParams }: PageProps<'/staff/admin'>) {
  const admin = await requireAdmin()
  const filter = OverviewFilter.parse(await searchParams)
  const at = new Date()
  const today = berlinDate(at)
  const period = periodOf(filter.days, today)
  const history = await memberHistory(admin, today)
  const t = await getTranslations('overview')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead', { days: filter.days })} />
      <Now admin={admin} at={at} />
      <PeriodForm filter={filter} countries={[...new Set(history.counts.map(({ country }) => country))]} />
      <InPeriod admin={admin} period={period} days={filter.days} />
      <Decisions admin={admin} period={period} days={filter.days} />
      <Members history={history} country={filter.country} />
      <Checks admin={admin} period={period} days={filter.days} />
    </>
  )
}
