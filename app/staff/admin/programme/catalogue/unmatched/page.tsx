import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { DoneNotice } from '@/components/done-notice'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { listUnmatched } from '@/lib/catalogue/queries/unmatched'
import { requireAdmin } from '@/lib/identity/session'
import { pageNumber } from '@/lib/paging'
import { ExportLink } from '../../../export-link'
import { Texts } from './texts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('catalogue'))('unmatched'),
})

const CATALOGUE = '/staff/admin/programme/catalogue'

export default async function UnmatchedPage({
  searchParams,
}: PageProps<'/staff/admin/programme/catalogue/unmatched'>) {
  const admin = await requireAdmin()
  const query = await searchParams
  const page = pageNumber(query.page)
  const { items, more } = await listUnmatched(admin, page, new Date())
  const t = await getTranslations('catalogue')
  return (
    <>
      <PageHead
        back={<BackLink href={CATALOGUE}>{t('title')}</BackLink>}
        title={t('unmatched')}
        lead={t('unmatchedLead')}
        actions={<ExportLink list="unmatched-models" at={`${CATALOGUE}/unmatched`} />}
      />
      <Done done={query.done} product={query.product} />
      {items.length === 0 ? <Empty>{t('unmatchedNone')}</Empty> : <Texts items={items} />}
      <NumberedPager
        label={t('unmatched')}
        path={`${CATALOGUE}/unmatched`}
        page={page}
        more={more}
        previous={t('previous')}
        next={t('next')}
      />
    </>
  )
}

type DoneParams = { done?: string | string[]; product?: string | string[] }

/** Confirms the last action; its text is no longer in the list. */
async function Done({ done, product }: DoneParams) {
  const t = await getTranslations('catalogue')
  const id = typeof product === 'string' && /^[0-9a-f-]{36}$/.test(product) ? product : undefined
  return (
    <div className="pb-6 empty:hidden">
      <DoneNotice
        done={done}
        acts={['named', 'ignored']}
        words={(act) => (
          <>
            {t(act)}{' '}
            {id && (
              <Link className="link" href={`${CATALOGUE}/${id}`}>
                {t('namedLink')}
              </Link>
            )}
          </>
        )}
      />
    </div>
  )
}
