import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { PageHead } from '@/components/page-head'
import { FollowingPager } from '@/components/pager'
import { requireAdmin } from '@/lib/identity/session'
import { LogFilter } from '@/lib/log-reading/input'
import { listCentreNames, listLog } from '@/lib/log-reading/queries'
import { ExportLink } from '../export-link'
import { Entries } from './entries'
import { Filter } from './filter'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('admin'))('log'),
})

export default async function LogPage({ searchParams }: PageProps<'/staff/admin/log'>) {
  const admin = await requireAdmin()
  const filter = LogFilter.parse(await searchParams)
  const { entries, more } = await listLog(admin, filter)
  const t = await getTranslations('admin')
  return (
    <>
      <PageHead
        title={t('log')}
        lead={t('logLead')}
        actions={<ExportLink list="log" at="/staff/admin/log" filter={filter} />}
      />
      <Filter filter={filter} centres={await listCentreNames(admin)} />
      {entries.length === 0 ? <Empty>{t('logEmpty')}</Empty> : <Entries entries={entries} />}
      <FollowingPager
        label={t('log')}
        path="/staff/admin/log"
        question={filter}
        name="before"
        last={more ? entries.at(-1)?.id : undefined}
        previous={t('newest')}
        next={t('older')}
      />
    </>
  )
}
