import { z } from 'zod'
import { BATCH, pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listWaiting } from '@/lib/reviews/queries/queue'

export const GET = csvRoute({
  list: 'reviews',
  page: '/staff/reviews',
  question: z.object({}),
  rows: (admin) =>
    pagedBatches(async (page) => {
      const rows = await listWaiting(admin, page, undefined, BATCH)
      return { rows, more: rows.length === BATCH }
    }),
  columns: {
    invoice: ({ id }) => id,
    waitingSince: ({ waitingSince }) => waitingSince,
    number: ({ number }) => number,
    firstName: ({ firstName }) => firstName,
    surname: ({ surname }) => surname,
    country: ({ country }) => country,
    products: ({ products }) => products,
    appeals: ({ appeals }) => appeals,
  },
})
