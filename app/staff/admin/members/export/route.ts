import { BATCH, followingBatches } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { MembersFilter } from '@/lib/members/input'
import { readMembers } from '@/lib/members/queries/search'

export const GET = csvRoute({
  list: 'members',
  page: '/staff/admin/members',
  question: MembersFilter,
  rows: (admin, filter, at) =>
    followingBatches(
      (after?: string) => readMembers(admin, { ...filter, after }, BATCH, at),
      ({ number }) => number,
    ),
  columns: {
    number: ({ number }) => number,
    firstName: ({ firstName }) => firstName,
    surname: ({ surname }) => surname,
    status: ({ status }) => status,
    country: ({ country }) => country,
    startsOn: ({ startsOn }) => startsOn,
    expiresOn: ({ expiresOn }) => expiresOn,
    endedOn: ({ endedOn }) => endedOn,
    suspendedAt: ({ suspendedAt }) => suspendedAt,
    joinedAt: ({ joinedAt }) => joinedAt,
  },
})
