import { z } from 'zod'
import { singleBatch } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listCorrections } from '@/lib/reviews/queries/corrections'

/** Effectively no limit: the page shows the first hundred, the file has all of them. */
const ALL = 100_000

export const GET = csvRoute({
  list: 'corrections',
  page: '/staff/reviews/corrections',
  question: z.object({}),
  rows: (admin) => singleBatch(listCorrections(admin, undefined, ALL)),
  columns: {
    number: ({ number }) => number,
    askedAt: ({ createdAt }) => createdAt,
    firstName: ({ from }) => from.firstName,
    surname: ({ from }) => from.surname,
    newFirstName: ({ to }) => to.firstName,
    newSurname: ({ to }) => to.surname,
    bornOn: ({ born }) => born?.from,
    newBornOn: ({ born }) => born?.to,
    why: ({ why }) => why,
  },
})
