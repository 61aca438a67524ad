import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { DoneNotice } from '@/components/done-notice'
import { Empty } from '@/components/empty'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { Section } from '@/components/section'
import { listFailedJobs, listFailedMails } from '@/lib/failures/queries'
import { requireAdmin } from '@/lib/identity/session'
import { pageNumber } from '@/lib/paging'
import { ExportLink } from '../export-link'
import { Jobs, Mails } from './lists'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('failures'))('title'),
})

/** Mails and jobs that failed in the worker, with buttons to retry them. */
export default async function FailuresPage({ searchParams }: PageProps<'/staff/admin/failures'>) {
  const admin = await requireAdmin()
  const query = await searchParams
  const pages = { mails: pageNumber(query.mails), jobs: pageNumber(query.jobs) }
  const [mails, jobs] = await Promise.all([
    listFailedMails(admin, pages.mails),
    listFailedJobs(admin, pages.jobs),
  ])
  const t = await getTranslations('failures')
  const overview = await getTranslations('overview')
  const pagerProps = {
    path: '/staff/admin/failures',
    question: pages,
    previous: t('newer'),
    next: t('older'),
  }
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        back={<BackLink href="/staff/admin">{overview('title')}</BackLink>}
      />
      <DoneNotice done={query.done} acts={['mail', 'job']} words={(act) => t(`told.${act}`)} />
      <Section
        id="mails"
        title={t('mails')}
        actions={<ExportLink list="failed-mails" at="/staff/admin/failures/mails" />}
      >
        {mails.mails.length === 0 ? <Empty>{t('noMails')}</Empty> : <Mails mails={mails.mails} />}
        <NumberedPager {...pagerProps} label={t('mails')} name="mails" page={pages.mails} more={mails.more} />
      </Section>
      <Section
        id="jobs"
        title={t('jobs')}
        actions={<ExportLink list="failed-jobs" at="/staff/admin/failures/jobs" />}
      >
        {jobs.jobs.length === 0 ? <Empty>{t('noJobs')}</Empty> : <Jobs jobs={jobs.jobs} />}
        <NumberedPager {...pagerProps} label={t('jobs')} name="jobs" page={pages.jobs} more={jobs.more} />
      </Section>
    </>
  )
}
