import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { StateTag } from '@/components/state-tag'
import { Table } from '@/components/table'
import { hasRole, type Reviewer } from '@/lib/actor'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { requireReviewer } from '@/lib/identity/session'
import { offsetOf, WORK_ROWS } from '@/lib/paging'
import { QueuePage } from '@/lib/reviews/input'
import { countCorrections } from '@/lib/reviews/queries/corrections'
import { listWaiting, nextItem, type WaitingItem, waitingSummary } from '@/lib/reviews/queries/queue'
import { ExportLink } from '../admin/export-link'
import { LastDecision } from './last-decision'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('reviews'))('title'),
})

export default async function ReviewsPage({ searchParams }: PageProps<'/staff/reviews'>) {
  const reviewer = await requireReviewer()
  const { done, told, ...query } = await searchParams
  const { page } = QueuePage.parse(query)
  const t = await getTranslations('reviews')
  const [items, summary] = await Promise.all([listWaiting(reviewer, page), waitingSummary(reviewer)])
  if (items.length === 0 && page > 1) redirect('/staff/reviews')
  return (
    <>
      <PageHead title={t('title')} actions={<Actions reviewer={reviewer} />} />
      <div className="grid gap-8">
        <LastDecision done={done} told={told} last />
        {summary.oldest && <Summary {...summary} oldest={summary.oldest} />}
        {items.length === 0 ? <Empty>{t('empty')}</Empty> : <Queue items={items} />}
        {reviewer.ownMemberId !== undefined && <p className="text-soft">{t('ownHidden')}</p>}
      </div>
      <Pages page={page} shown={items.length} all={summary.items} />
    </>
  )
}

async function Actions({ reviewer }: { reviewer: Reviewer }) {
  const t = await getTranslations('reviews')
  const [count, first] = await Promise.all([countCorrections(reviewer), nextItem(reviewer, null, null)])
  return (
    <>
      {first && <ButtonLink href={`/staff/reviews/${first}`}>{t('startOldest')}</ButtonLink>}
      <ButtonLink href="/staff/reviews/corrections" variant="secondary">
        {t('corrections', { count })}
      </ButtonLink>
      {hasRole(reviewer, 'admin') && <ExportLink list="reviews" at="/staff/reviews" />}
    </>
  )
}

type Waiting = Omit<Awaited<ReturnType<typeof waitingSummary>>, 'oldest'> & { oldest: Date }

async function Summary({ items, more, oldest }: Waiting) {
  const t = await getTranslations('reviews')
  const format = await getFormatter()
  const figures = [
    { term: t('waiting'), value: t(more ? 'waitingMore' : 'waitingItems', { count: items }) },
    { term: t('oldest'), value: format.relativeTime(oldest, new Date()) },
  ]
  return (
    <dl className="flex flex-wrap gap-x-12 gap-y-4">
      {figures.map(({ term, value }) => (
        <div key={term}>
          <dt className="text-soft">{term}</dt>
          <dd className="text-2xl font-semibold tracking-[-0.015em]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

async function Queue({ items }: { items: WaitingItem[] }) {
  const t = await getTranslations('reviews')
  const format = await getFormatter()
  const language = await currentLanguage()
  const since = (item: WaitingItem) => item.waitingSince ?? new Date()
  return (
    <Table
      caption={t('queue')}
      captionHidden
      columns={[
        { key: 'member', label: t('member'), head: true },
        { key: 'number', label: t('numberShort'), mono: true },
        { key: 'country', label: t('country') },
        { key: 'products', label: t('products'), align: 'end' },
        { key: 'since', label: t('since') },
        { key: 'tags', label: t('note') },
      ]}
      rows={items.map((item) => ({
        key: item.id,
        cells: {
          member: <ItemLink item={item} />,
          number: <span className="whitespace-nowrap">{item.number}</span>,
          country: countryName(item.country, language),
          products: format.number(item.products),
          since: (
            <time dateTime={since(item).toISOString()}>{format.relativeTime(since(item), new Date())}</time>
          ),
          tags: <Tags item={item} />,
        },
      }))}
    />
  )
}

/** Not prefetched, because opening an item is logged. */
function ItemLink({ item }: { item: WaitingItem }) {
  return (
    <Link
      href={`/staff/reviews/${item.id}`}
      className="underline decoration-line decoration-2 underline-offset-4 after:absolute after:inset-0 hover:decoration-accent"
    >
      {item.firstName} {item.surname}
    </Link>
  )
}

async function Tags({ item }: { item: WaitingItem }) {
  const t = await getTranslations('reviews')
  if (item.appeals === 0) return null
  return (
    <StateTag tone={item.decidable ? 'warning' : 'neutral'}>
      {item.decidable ? t('appeal') : t('forColleague')}
    </StateTag>
  )
}

async function Pages({ page, shown, all }: { page: number; shown: number; all: number }) {
  const t = await getTranslations('reviews')
  const from = offsetOf(page, WORK_ROWS) + 1
  return (
    <NumberedPager
      label={t('pages')}
      path="/staff/reviews"
      page={page}
      more={from + shown <= all}
      previous={t('previous')}
      next={t('next')}
      position={t('position', { from, to: from + shown - 1 })}
    />
  )
}
