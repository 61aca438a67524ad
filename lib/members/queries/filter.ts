import 'server-only'
import { and, eq, gt, gte, isNull, lt, lte, not, or, type SQL } from 'drizzle-orm'
import { members, memberships } from '@/db/schema'
import { withinDays } from '@/db/within-days'
import type { MembersFilter } from '../input'
import type { MembershipState } from '../rules'

/** Returns the conditions of a filter, except the search. */
export function filterConditions(filter: Partial<MembersFilter>, today: string): (SQL | undefined)[] {
  const { status, country, standing, expiresFrom, expiresTo } = filter
  return [
    status && eq(memberships.status, status),
    country && eq(members.country, country),
    standing && hasStateOn(standing, today),
    (filter.joinedFrom || filter.joinedTo) &&
      withinDays(members.createdAt, { from: filter.joinedFrom, to: filter.joinedTo }),
    expiresFrom && gte(memberships.expiresOn, expiresFrom),
    expiresTo && lte(memberships.expiresOn, expiresTo),
  ].map((part) => part || undefined)
}

/** As `validity` in memberships/rules.ts: of several reasons the one that is hardest to undo. */
function hasStateOn(standing: MembershipState, today: string) {
  const { endedOn, suspendedAt, startsOn, expiresOn } = memberships
  const running = or(isNull(endedOn), gt(endedOn, today))
  const notSuspended = or(isNull(suspendedAt), not(withinDays(suspendedAt, { to: today })))
  return {
    running,
    valid: and(running, notSuspended, lte(startsOn, today), gte(expiresOn, today)),
    expired: and(running, notSuspended, lt(expiresOn, today)),
    suspended: and(running, withinDays(suspendedAt, { to: today })),
    ended: lte(endedOn, today),
  }[standing]
}
