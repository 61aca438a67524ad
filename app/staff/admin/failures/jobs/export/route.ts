import { z } from 'zod'
import { pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listFailedJobs } from '@/lib/failures/queries'

export const GET = csvRoute({
  list: 'failed-jobs',
  page: '/staff/admin/failures',
  question: z.object({}),
  rows: (admin) =>
    pagedBatches(async (page) => {
      const { jobs, more } = await listFailedJobs(admin, page)
      return { rows: jobs, more }
    }),
  columns: {
    id: ({ id }) => id,
    job: ({ task }) => task,
    attempts: ({ attempts }) => attempts,
    most: ({ most }) => most,
    error: ({ error }) => error,
    queuedAt: ({ queuedAt }) => queuedAt,
    triedAt: ({ triedAt }) => triedAt,
    nextAt: ({ nextAt }) => nextAt,
  },
})
