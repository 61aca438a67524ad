import { z } from 'zod'
import { paged } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listPeople } from '@/lib/staff/queries'

export const GET = csvRoute({
  list: 'staff',
  page: '/staff/admin/staff',
  question: z.object({}),
  rows: (admin) =>
    paged(async (page) => {
      const { people, more } = await listPeople(admin, page)
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
