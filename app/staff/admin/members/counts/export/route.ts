import { singleBatch } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { OverviewFilter } from '@/lib/overview/input'
import { memberHistory } from '@/lib/overview/queries/members'
import { berlinDate } from '@/lib/time'

export const GET = csvRoute({
  list: 'member-counts',
  page: '/staff/admin',
  question: OverviewFilter.pick({ country: true }),
  rows: (admin, { country }, at) =>
    singleBatch(
      memberHistory(admin, berlinDate(at)).then(({ counts }) =>
        counts.filter((one) => !country || one.country === country),
      ),
    ),
  columns: {
    day: ({ day }) => day,
    country: ({ country }) => country,
    status: ({ status }) => status,
    members: ({ count }) => count,
  },
})
