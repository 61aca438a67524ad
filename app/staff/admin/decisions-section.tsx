import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import type { Admin } from '@/lib/actor'
import { withQuery } from '@/lib/addresses'
import { currentLanguage } from '@/lib/i18n/language'
import { REVIEW_OUTCOMES } from '@/lib/lists'
import { decisionsByDay, decisionsByReason } from '@/lib/overview/queries/decisions'
import { type Period, rangesOf, sumByRange } from '@/lib/overview/rules'
import { firstSentence } from '@/lib/reviews/rules'
import { ChartWithTable } from './chart-with-table'
import { ExportLink } from './export-link'
import { rangeInWords } from './period'

type Props = { admin: Admin; period: Period; days: number }

/** How many purchases were decided, by day and by reason. */
export async function Decisions({ admin, period, days: length }: Props) {
  const [days, reasons] = await Promise.all([decisionsByDay(admin, period), decisionsByReason(admin, period)])
  const t = await getTranslations('overview')
  return (
    <Section
      title={t('decisions')}
      lead={t('decisionsLead')}
      actions={
        <ExportLink list="decisions-by-day" at="/staff/admin/decisions/days" filter={{ days: length }} />
      }
    >
      {days.length === 0 ? (
        <Empty>{t('noDecisions')}</Empty>
      ) : (
        <>
          <ByDay days={days} period={period} />
          <ByReason reasons={reasons} period={period} />
        </>
      )}
    </Section>
  )
}

async function ByDay({ days, period }: { days: Awaited<ReturnType<typeof decisionsByDay>>; period: Period }) {
  const t = await getTranslations('overview')
  const format = await getFormatter()
  const { each, short, link } = await rangeInWords(period)
  const ranges = sumByRange(rangesOf(period), days, REVIEW_OUTCOMES)
  const total = (key: (typeof REVIEW_OUTCOMES)[number]) => ranges.reduce((sum, one) => sum + one[key], 0)
  const [verified, asked, refused] = REVIEW_OUTCOMES.map(total)
  return (
    <ChartWithTable
      caption={t(each === 'week' ? 'byWeek' : 'byDay')}
      alt={t('decisionsAlt', { each, verified: verified ?? 0, asked: asked ?? 0, refused: refused ?? 0 })}
      series={REVIEW_OUTCOMES.map((key) => ({ key, label: t(key), pattern: key }))}
      bars={ranges.map(({ from, to, ...values }) => ({ label: short({ from, to }), values }))}
      columns={[
        { key: 'day', label: t(each), head: true },
        ...REVIEW_OUTCOMES.map((key) => ({ key, label: t(key), align: 'end' as const })),
      ]}
      rows={ranges.toReversed().map(({ from, to, ...counts }) => ({
        key: from,
        cells: {
          day: link({ from, to }, withQuery('/staff/admin/decisions', { from, to })),
          ...Object.fromEntries(REVIEW_OUTCOMES.map((key) => [key, format.number(counts[key])])),
        },
      }))}
    />
  )
}

async function ByReason({
  reasons,
  period,
}: {
  reasons: Awaited<ReturnType<typeof decisionsByReason>>
  period: Period
}) {
  const t = await getTranslations('overview')
  const reviews = await getTranslations('reviews')
  const format = await getFormatter()
  const language = await currentLanguage()
  return (
    <Table
      caption={t('byReason')}
      columns={[
        { key: 'outcome', label: t('decision'), head: true },
        { key: 'reason', label: t('reason') },
        { key: 'count', label: t('count'), align: 'end' },
      ]}
      rows={reasons.map(({ outcome, reason, texts, count }) => ({
        key: `${outcome} ${reason}`,
        cells: {
          outcome: reviews(`states.${outcome}`),
          reason: texts ? firstSentence(texts[language]) : '–',
          count: (
            <Link
              className="link"
              href={withQuery('/staff/admin/decisions', {
                ...period,
                outcome,
                reason: reason ?? undefined,
              })}
            >
              {format.number(count)}
            </Link>
          ),
        },
      }))}
    />
  )
}
