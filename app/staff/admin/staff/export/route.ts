import { z } from 'zod'
import { pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listStaff } from '@/lib/staff/queries'

export const GET = csvRoute({
  list: 'staff',
  page: '/staff/admin/staff',
  question: z.object({}),
  rows: (admin) =>
    pagedBatches(async (page) => {
      const { people, more } = await listStaff(admin, page)
      return { rows: people, more }
    }),
  columns: {
    email: ({ email }) => email,
    role: ({ role }) => role,
    centre: ({ centre }) => centre,
    createdAt: ({ createdAt }) => createdAt,
    lastSeenAt: ({ lastSeenAt }) => lastSeenAt,
    disabledAt: ({ disabledAt }) => disabledAt,
  },
})
