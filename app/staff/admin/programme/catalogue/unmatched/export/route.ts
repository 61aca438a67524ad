import { z } from 'zod'
import { listUnmatched } from '@/lib/catalogue/queries/unmatched'
import { pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'

export const GET = csvRoute({
  list: 'unmatched-models',
  page: '/staff/admin/programme/catalogue/unmatched',
  question: z.object({}),
  rows: (admin, _, at) =>
    pagedBatches(async (page) => {
      const { items, more } = await listUnmatched(admin, page, at)
      return { rows: items, more }
    }),
  columns: {
    text: ({ spelling }) => spelling,
    members: ({ members }) => members,
    last: ({ last }) => last,
  },
})
