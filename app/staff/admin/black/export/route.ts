import { z } from 'zod'
import { BlackStateFilter } from '@/lib/black/input'
import { listBlackInvitations } from '@/lib/black/queries'
import { pagedBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'

export const GET = csvRoute({
  list: 'black-invitations',
  page: '/staff/admin/black',
  question: z.object({ state: BlackStateFilter }),
  rows: (admin, { state }, at) =>
    pagedBatches(async (page) => {
      const { invitations, more } = await listBlackInvitations(admin, { state, page }, at)
      return { rows: invitations, more }
    }),
  columns: {
    id: ({ id }) => id,
    state: ({ state }) => state,
    number: ({ number }) => number,
    firstName: ({ firstName }) => firstName,
    surname: ({ surname }) => surname,
    email: ({ email }) => email,
    sponsor: ({ sponsor }) => sponsor,
    invitedAt: ({ invitedAt }) => invitedAt,
    validUntil: ({ validUntil }) => validUntil,
  },
})
