import { singleBatch } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { OverviewFilter } from '@/lib/overview/input'
import { decisionsByDayAndReason } from '@/lib/overview/queries/decisions'
import { periodOf } from '@/lib/overview/rules'
import { berlinDate } from '@/lib/time'

export const GET = csvRoute({
  list: 'decisions-by-day',
  page: '/staff/admin',
  question: OverviewFilter.pick({ days: true }),
  rows: (admin, { days }, at) => singleBatch(decisionsByDayAndReason(admin, periodOf(days, berlinDate(at)))),
  columns: {
    day: ({ day }) => day,
    outcome: ({ outcome }) => outcome,
    reason: ({ texts }) => texts?.en,
    decisions: ({ count }) => count,
  },
})
