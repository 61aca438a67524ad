import { z } from 'zod'
import { pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { listStaffInvitations } from '@/lib/staff/queries'

export const GET = csvRoute({
  list: 'staff-invitations',
  page: '/staff/admin/staff',
  question: z.object({}),
  rows: (admin) =>
    pagedBatches(async (page) => {
      const { invitations, more } = await listStaffInvitations(admin, page)
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
