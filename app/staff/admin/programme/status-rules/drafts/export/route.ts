import { z } from 'zod'
import { LARGE_BATCH, pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listAffected } from '@/lib/status-rules/queries/simulation'
import { findStatusRuleDraft } from '@/lib/status-rules/queries/versions'

/** The members whose status a draft would change; empty if the draft no longer exists. */
export const GET = csvRoute({
  list: 'simulation',
  page: '/staff/admin/programme/status-rules',
  question: z.object({ draft: z.uuid().optional().catch(undefined) }),
  rows: (admin, { draft: id }) =>
    pagedBatches(async (page) => {
      const draft = id && (await findStatusRuleDraft(admin, id))
      if (!draft) return { rows: [], more: false }
      const { affected, more } = await listAffected(admin, draft, page, LARGE_BATCH)
      return { rows: affected, more }
    }),
  columns: {
    number: ({ number }) => number,
    country: ({ country }) => country,
    from: ({ from }) => from,
    to: ({ to }) => to,
    change: ({ kind }) => kind,
    on: ({ on }) => on,
  },
})
