import { z } from 'zod'
import { LARGE_BATCH, pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listAccepted, listNotAccepted } from '@/lib/texts/queries/versions'
import { berlinDate } from '@/lib/time'

/** The members who have accepted a version or, with `missing=yes`, who have not; empty for an unknown version. */
export const GET = csvRoute({
  list: 'acceptances',
  page: '/staff/admin/programme/texts',
  question: z.object({
    version: z.uuid().optional().catch(undefined),
    missing: z.literal('yes').optional().catch(undefined),
  }),
  rows: (admin, { version, missing }, at) =>
    pagedBatches(async (page) => {
      if (!version) return { rows: [], more: false }
      const { members, more } = missing
        ? await listNotAccepted(admin, version, berlinDate(at), page, LARGE_BATCH)
        : await listAccepted(admin, version, page, LARGE_BATCH)
      return { rows: members.map((one) => ({ at: null, ...one })), more }
    }),
  columns: {
    number: ({ number }) => number,
    language: ({ language }) => language,
    acceptedAt: ({ at }) => at,
  },
})
