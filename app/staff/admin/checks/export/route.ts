import { singleBatch } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { OverviewFilter } from '@/lib/overview/input'
import { checksByDayAndCentre } from '@/lib/overview/queries/checks'
import { periodOf } from '@/lib/overview/rules'
import { berlinDate } from '@/lib/time'

export const GET = csvRoute({
  list: 'checks',
  page: '/staff/admin',
  question: OverviewFilter.pick({ days: true }),
  rows: (admin, { days }, at) => singleBatch(checksByDayAndCentre(admin, periodOf(days, berlinDate(at)))),
  columns: {
    day: ({ day }) => day,
    centre: ({ name }) => name,
    country: ({ country }) => country,
    checks: ({ checks }) => checks,
    misses: ({ misses }) => misses,
  },
})
