import { z } from 'zod'
import { paged } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listInvitations } from '@/lib/staff/queries'

export const GET = csvRoute({
  list: 'staff-invitations',
  page: '/staff/admin/staff',
  question: z.object({}),
  rows: (admin) =>
    paged(async (page) => {
      const { invitations, more } = await listInvitations(admin, page)
      return { rows: invitations, more }
    }),
  columns: {
    email: ({ email }) => email,
    role: ({ role }) => role,
    centre: ({ centre }) => centre,
    invitedAt: ({ createdAt }) => createdAt,
    expiresAt: ({ expiresAt }) => expiresAt,
  },
})
