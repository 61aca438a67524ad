import { BATCH, followingBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { DecisionsFilter } from '@/lib/reviews/input'
import { readDecisions } from '@/lib/reviews/queries/decided'

export const GET = csvRoute({
  list: 'decisions',
  page: '/staff/admin/decisions',
  question: DecisionsFilter,
  rows: (admin, filter) =>
    followingBatches(
      (before?: string) => readDecisions(admin, { ...filter, before }, BATCH),
      ({ id }) => id,
    ),
  columns: {
    at: ({ at }) => at,
    waitedSince: ({ waitedSince }) => waitedSince,
    outcome: ({ outcome }) => outcome,
    reason: ({ reason }) => reason?.en,
    product: ({ product }) => product,
    member: ({ number }) => number,
    reviewer: ({ by }) => by,
  },
})
