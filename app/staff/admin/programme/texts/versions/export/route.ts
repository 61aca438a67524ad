import { z } from 'zod'
import { singleBatch } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listVersions } from '@/lib/texts/queries/versions'
import { berlinDate } from '@/lib/time'

export const GET = csvRoute({
  list: 'texts',
  page: '/staff/admin/programme/texts',
  question: z.object({}),
  rows: (admin, _, at) => singleBatch(listVersions(admin, berlinDate(at))),
  columns: {
    kind: ({ kind }) => kind,
    version: ({ version }) => version,
    state: ({ state }) => state,
    from: ({ effectiveFrom }) => effectiveFrom,
    languages: ({ languages }) => languages.join(' '),
    acceptedOrRead: ({ accepted }) => accepted,
    publishedAt: ({ publishedAt }) => publishedAt,
    publishedBy: ({ publishedBy }) => publishedBy,
    reason: ({ reason }) => reason,
    withdrawnAt: ({ withdrawnAt }) => withdrawnAt,
    withdrawnBy: ({ withdrawnBy }) => withdrawnBy,
    withdrawnReason: ({ withdrawnReason }) => withdrawnReason,
  },
})
