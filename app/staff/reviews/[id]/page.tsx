import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { requireReviewer } from '@/lib/identity/session'
import { openItem } from '@/lib/reviews/commands/open'
import type { Item } from '@/lib/reviews/queries/item'
import { nextItem } from '@/lib/reviews/queries/queue'
import { LastDecision } from '../last-decision'
import styles from './item.module.css'
import { Member } from './member'
import { Pages } from './pages'
import { Product } from './product'
import { Workspace } from './workspace'
import { reasonsToChoose, workspaceTexts } from './workspace-texts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('reviews'))('itemTitle'),
})

export default async function ItemPage({ params, searchParams }: PageProps<'/staff/reviews/[id]'>) {
  const reviewer = await requireReviewer()
  const item = await openItem(reviewer, (await params).id, new Date())
  if (!item) notFound()
  const next = await nextItem(reviewer, item.id, item.waitingSince)
  return (
    <Workspace
      key={item.id}
      invoice={item.id}
      next={next}
      waiting={item.products.filter(isDecidable).map(({ id }) => id)}
      reasons={await reasonsToChoose(reviewer)}
      texts={await workspaceTexts(item.language)}
    >
      <div className={styles.item}>
        <Head item={item} next={next} answer={await searchParams} />
        <Pages item={item} />
        <Products item={item} />
      </div>
    </Workspace>
  )
}

const isDecidable = ({ state, refusal }: Item['products'][number]) => state === 'pending' && !refusal

type AnswerParams = { done?: string | string[]; told?: string | string[] }

async function Head({ item, next, answer }: { item: Item; next: string | null; answer: AnswerParams }) {
  const t = await getTranslations('reviews')
  return (
    <div className={styles.head}>
      <header className="grid gap-3 pt-8 pb-6">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <BackLink href="/staff/reviews">{t('backToQueue')}</BackLink>
          {next && (
            <ButtonLink
              href={`/staff/reviews/${next}`}
              variant="quiet"
              size="small"
              className="max-sm:px-0"
              data-key="nextItem"
            >
              {t('nextItem')} <kbd>N</kbd>
            </ButtonLink>
          )}
        </div>
        <p className="font-medium text-soft">
          <Waiting since={item.waitingSince} />
        </p>
        <h1 className="text-2xl">
          {item.firstName} {item.surname}
        </h1>
      </header>
      <div className="grid gap-5">
        <LastDecision {...answer} />
        <ItemNotices item={item} next={next} />
        <Member item={item} />
      </div>
    </div>
  )
}

async function Waiting({ since }: { since: Date | null }) {
  const t = await getTranslations('reviews')
  const format = await getFormatter()
  if (!since) return t('itemDone')
  const date = format.dateTime(since, { dateStyle: 'medium' })
  return t('waitingSince', { date, ago: format.relativeTime(since, new Date()) })
}

/** Notices about this item: it is done, it is the last one, a colleague has opened it. */
async function ItemNotices({ item, next }: { item: Item; next: string | null }) {
  const t = await getTranslations('reviews')
  const format = await getFormatter()
  if (!item.inReview)
    return (
      <Notice tone="info" title={t('itemDoneTitle')}>
        <p>{t('itemDoneText')}</p>
      </Notice>
    )
  return (
    <>
      {item.colleagueAt && (
        <Notice tone="info">
          <p>{t('colleague', { ago: format.relativeTime(item.colleagueAt, new Date()) })}</p>
        </Notice>
      )}
      {!next && <p className="text-soft">{t('lastItem')}</p>}
    </>
  )
}

async function Products({ item }: { item: Item }) {
  const t = await getTranslations('reviews')
  const waiting = item.products.filter(({ state }) => state === 'pending').length
  return (
    <section className={styles.products} aria-label={t('products')}>
      <p role="status" className="font-medium text-soft">
        {t('progress', { waiting, all: item.products.length })}
      </p>
      {item.products.map((product) => (
        <Product key={product.id} item={item} product={product} />
      ))}
    </section>
  )
}
