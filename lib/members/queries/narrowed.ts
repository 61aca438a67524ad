import 'server-only'
import { and, eq, gt, gte, isNull, lt, lte, not, or, type SQL } from 'drizzle-orm'
import { members, memberships } from '@/db/schema'
import { withinDays } from '@/db/within-days'
import type { MembersFilter } from '../input'
import type { MembershipState } from '../rules'

/** The conditions of a list of members that are not a search. */
export function filterConditions(asked: Partial<MembersFilter>, today: string): (SQL | undefined)[] {
  const { status, country, standing, expiresFrom, expiresTo } = asked
  return [
    status && eq(memberships.status, status),
    country && eq(members.country, country),
    standing && standingOn(standing, today),
    (asked.joinedFrom || asked.joinedTo) &&
      withinDays(members.createdAt, { from: asked.joinedFrom, to: asked.joinedTo }),
    expiresFrom && gte(memberships.expiresOn, expiresFrom),
    expiresTo && lte(memberships.expiresOn, expiresTo),
  ].map((part) => part || undefined)
}

/** As `validity` in memberships/rules.ts computes it, of several reasons the one that is hardest to undo. */
function standingOn(standing: MembershipState, today: string) {
  const { endedOn, suspendedAt, startsOn, expiresOn } = memberships
  const running = or(isNull(endedOn), gt(endedOn, today))
  const free = or(isNull(suspendedAt), not(withinDays(suspendedAt, { to: today })))
  return {
    running,
    valid: and(running, free, lte(startsOn, today), gte(expiresOn, today)),
    expired: and(running, free, lt(expiresOn, today)),
    suspended: and(running, withinDays(suspendedAt, { to: today })),
    ended: lte(endedOn, today),
  }[standing]
}
