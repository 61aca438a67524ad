import { z } from 'zod'
import { StateFilter } from '@/lib/black/input'
import { listInvitations } from '@/lib/black/queries'
import { paged } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'

export const GET = csvRoute({
  list: 'black-invitations',
  page: '/staff/admin/black',
  question: z.object({ state: StateFilter }),
  rows: (admin, { state }, at) =>
    paged(async (page) => {
      const { invitations, more } = await listInvitations(admin, { state, page }, at)
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
