import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Empty } from '@/components/empty'
import { PageHead } from '@/components/page-head'
import { FollowingPager } from '@/components/pager'
import { openLeadChecks } from '@/lib/centres/commands/open-checks'
import { ChecksFilter } from '@/lib/centres/input'
import { requireDesk } from '@/lib/identity/session'
import { Checks } from './checks'
import { Filter } from './filter'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('lead'))('checksTitle'),
})

export default async function ChecksPage({ searchParams }: PageProps<'/staff/lead/checks'>) {
  const desk = await requireDesk()
  const filter = ChecksFilter.parse(await searchParams)
  const opened = await openLeadChecks(desk, filter, new Date())
  if (!opened) notFound()
  const { checks, people, timeZone, more } = opened
  const t = await getTranslations('lead')
  return (
    <>
      <PageHead
        title={t('checksTitle')}
        lead={`${t('checksLead')} ${t('times', { zone: timeZone.replaceAll('_', ' ') })}`}
        back={<BackLink href="/staff/lead">{t('back')}</BackLink>}
      />
      <Filter filter={filter} people={people} />
      {checks.length === 0 ? <Empty>{t('none')}</Empty> : <Checks checks={checks} zone={timeZone} />}
      <FollowingPager
        label={t('checks')}
        path="/staff/lead/checks"
        question={filter}
        name="before"
        last={more ? checks.at(-1)?.id : undefined}
        previous={t('newest')}
        next={t('older')}
      />
    </>
  )
}
