import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink, buttonClass } from '@/components/button'
import { DoneNotice } from '@/components/done-notice'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { CatalogueFilter } from '@/lib/catalogue/input'
import { listMounts, listProducts } from '@/lib/catalogue/queries/catalogue'
import { countUnmatched } from '@/lib/catalogue/queries/unmatched'
import { requireAdmin } from '@/lib/identity/session'
import { pageNumber } from '@/lib/paging'
import { Filter } from './filter'
import { Products } from './products'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('catalogue'))('title'),
})

const HERE = '/staff/admin/programme/catalogue'

export default async function CataloguePage({ searchParams }: PageProps<'/staff/admin/programme/catalogue'>) {
  const admin = await requireAdmin()
  const query = await searchParams
  const [filter, page] = [CatalogueFilter.parse(query), pageNumber(query.page)]
  const { products, total, more } = await listProducts(admin, filter, page, new Date())
  const t = await getTranslations('catalogue')
  const back = await getTranslations('statusRules')
  const waiting = await countUnmatched(admin)
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme">{back('title')}</BackLink>}
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {/* A plain link, since a Link would prefetch the export. */}
            <a className={buttonClass({ variant: 'secondary' })} href={`${HERE}/export`}>
              {t('export')}
            </a>
            <ButtonLink href={`${HERE}/import`} variant="secondary">
              {t('import')}
            </ButtonLink>
            <ButtonLink href={`${HERE}/new`}>{t('new')}</ButtonLink>
          </>
        }
      />
      <DoneNotice done={query.done} acts={['removed']} words={(act) => t(act)} />
      {waiting > 0 && (
        <p>
          <Link className="link inline-flex min-h-11 items-center" href={`${HERE}/unmatched`}>
            {t('unmatchedCount', { count: waiting })}
          </Link>
        </p>
      )}
      <Filter filter={filter} mounts={await listMounts(admin)} />
      {total === 0 ? (
        <Empty>{t('nothing')}</Empty>
      ) : (
        <Products products={products} caption={t('count', { count: total })} />
      )}
      <NumberedPager
        label={t('title')}
        path={HERE}
        question={filter}
        page={page}
        more={more}
        previous={t('previous')}
        next={t('next')}
      />
    </>
  )
}
