import { BATCH, following } from '@/lib/exports/batches'
import { csvRoute } from '@/lib/exports/route'
import { MembersQuestion } from '@/lib/members/input'
import { readMembers } from '@/lib/members/queries/search'

export const GET = csvRoute({
  list: 'members',
  page: '/staff/admin/members',
  question: MembersQuestion,
  rows: (admin, asked, at) =>
    following(
      (after?: string) => readMembers(admin, { ...asked, after }, BATCH, at),
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
