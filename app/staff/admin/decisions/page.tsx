import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { BackLink } from '@/components/back-link'
import { Empty } from '@/components/empty'
import { PageHead } from '@/components/page-head'
import { FollowingPager } from '@/components/pager'
import { Table } from '@/components/table'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { DecisionsFilter } from '@/lib/reviews/input'
import { type Decided, listDecisions } from '@/lib/reviews/queries/decided'
import { listReasons } from '@/lib/reviews/queries/reasons'
import { firstSentence } from '@/lib/reviews/rules'
import { durations } from '../duration'
import { ExportLink } from '../export-link'
import { Filter } from './filter'

const PATH = '/staff/admin/decisions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('decisions'))('title'),
})

/** The list behind the overview's decision figures. */
export default async function DecisionsPage({ searchParams }: PageProps<'/staff/admin/decisions'>) {
  const admin = await requireAdmin()
  const filter = DecisionsFilter.parse(await searchParams)
  const { before: _, ...question } = filter
  const { decisions, more } = await listDecisions(admin, filter)
  const t = await getTranslations('decisions')
  const overview = await getTranslations('overview')
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={<ExportLink list="decisions" at="/staff/admin/decisions" filter={question} />}
        back={<BackLink href="/staff/admin">{overview('title')}</BackLink>}
      />
      <Filter filter={question} reasons={await listReasons(admin)} />
      {decisions.length === 0 ? <Empty>{t('empty')}</Empty> : <Decisions decisions={decisions} />}
      <FollowingPager
        label={t('title')}
        path={PATH}
        question={filter}
        name="before"
        last={more ? decisions.at(-1)?.id : undefined}
        previous={t('newest')}
        next={t('older')}
      />
    </>
  )
}

async function Decisions({ decisions }: { decisions: Decided[] }) {
  const t = await getTranslations('decisions')
  const reviews = await getTranslations('reviews')
  const format = await getFormatter()
  const language = await currentLanguage()
  const formatHours = await durations()
  return (
    <Table
      caption={t('title')}
      captionHidden
      columns={[
        { key: 'at', label: t('at'), head: true },
        { key: 'outcome', label: t('outcome') },
        { key: 'took', label: t('took'), align: 'end' },
        { key: 'product', label: t('product') },
        { key: 'member', label: t('member'), mono: true },
        { key: 'by', label: t('by') },
      ]}
      rows={decisions.map(({ id, at, waitedSince, outcome, reason, product, number, by }) => ({
        key: id,
        cells: {
          at: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
          outcome: (
            <div>
              {reviews(`states.${outcome}`)}
              {reason && <p className="text-soft">{firstSentence(reason[language])}</p>}
            </div>
          ),
          formatHours: formatHours((at.getTime() - waitedSince.getTime()) / 3_600_000),
          product,
          member: number,
          by: <Address>{by}</Address>,
        },
      }))}
    />
  )
}
