import 'server-only'
import { eq, type Placeholder } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { members, memberships } from '@/db/schema'
import { statusInList } from '@/lib/memberships/queries'

/** Selects the columns of a list of members on a calendar day, without condition, order and limit. */
export const selectMembers = (on: Database, day: string | Placeholder) =>
  on
    .select({
      number: memberships.number,
      firstName: members.firstName,
      surname: members.surname,
      country: members.country,
      status: statusInList(day),
      expiresOn: memberships.expiresOn,
      endedOn: memberships.endedOn,
      suspendedAt: memberships.suspendedAt,
      startsOn: memberships.startsOn,
      joinedAt: members.createdAt,
    })
    .from(members)
    .innerJoin(memberships, eq(memberships.memberId, members.id))
