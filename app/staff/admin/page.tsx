import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/page-head'
import { requireAdmin } from '@/lib/identity/session'
import { OverviewFilter } from '@/lib/overview/input'
import { memberHistory } from '@/lib/overview/queries/members'
import { periodOf } from '@/lib/overview/rules'
import { berlinDate } from '@/lib/time'
import { Checks } from './checked'
import { Decisions } from './decided'
import { InPeriod, Now } from './figures'
import { Members } from './membership'
import { PeriodForm } from './period-form'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('overview'))('title'),
})

/** Where an administrator starts: figures to act on, each a link to its list. */
export default async function OverviewPage({ searchParams }: PageProps<'/staff/admin'>) {
  const admin = await requireAdmin()
  const asked = OverviewFilter.parse(await searchParams)
  const at = new Date()
  const today = berlinDate(at)
  const period = periodOf(asked.days, today)
  const history = await memberHistory(admin, today)
  const t = await getTranslations('overview')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead', { days: asked.days })} />
      <Now admin={admin} at={at} />
      <PeriodForm asked={asked} countries={[...new Set(history.counts.map(({ country }) => country))]} />
      <InPeriod admin={admin} period={period} days={asked.days} />
      <Decisions admin={admin} period={period} days={asked.days} />
      <Members history={history} country={asked.country} />
      <Checks admin={admin} period={period} days={asked.days} />
    </>
  )
}
