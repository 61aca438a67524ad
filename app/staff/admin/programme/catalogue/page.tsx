import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink, buttonClass } from '@/components/button'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Pager } from '@/components/pager'
import { CatalogueFilter } from '@/lib/catalogue/input'
import { knownMounts, listProducts } from '@/lib/catalogue/queries/catalogue'
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
  const [asked, page] = [CatalogueFilter.parse(query), pageNumber(query.page)]
  const { products, total, more } = await listProducts(admin, asked, page, new Date())
  const t = await getTranslations('catalogue')
  const back = await getTranslations('statusRules')
  const waiting = await countUnmatched(admin)
  const step = (to: number, label: string) => ({
    href: `${HERE}?${new URLSearchParams({ ...given(asked), page: String(to) })}`,
    label,
  })
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme">{back('title')}</BackLink>}
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {/* A file, so no Link: nothing may be fetched before it is asked for. */}
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
      {query.done === 'removed' && (
        <Notice tone="success" role="status">
          {t('removed')}
        </Notice>
      )}
      {waiting > 0 && (
        <p>
          <Link className="link inline-flex min-h-11 items-center" href={`${HERE}/unmatched`}>
            {t('unmatchedCount', { count: waiting })}
          </Link>
        </p>
      )}
      <Filter asked={asked} mounts={await knownMounts(admin)} />
      {total === 0 ? (
        <Empty>{t('nothing')}</Empty>
      ) : (
        <Products products={products} caption={t('count', { count: total })} />
      )}
      <Pager
        label={t('title')}
        previous={page > 1 ? step(page - 1, t('previous')) : undefined}
        next={more ? step(page + 1, t('next')) : undefined}
      />
    </>
  )
}

/** What was asked for, without what was not. */
const given = (asked: CatalogueFilter) =>
  Object.fromEntries(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])))
