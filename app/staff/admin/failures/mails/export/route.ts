import { z } from 'zod'
import { pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listFailedMails } from '@/lib/failures/queries'

export const GET = csvRoute({
  list: 'failed-mails',
  page: '/staff/admin/failures',
  question: z.object({}),
  rows: (admin) =>
    pagedBatches(async (page) => {
      const { mails, more } = await listFailedMails(admin, page)
      return { rows: mails, more }
    }),
  columns: {
    id: ({ id }) => id,
    mail: ({ template }) => template,
    member: ({ number }) => number,
    staff: ({ email }) => email,
    queuedAt: ({ at }) => at,
  },
})
