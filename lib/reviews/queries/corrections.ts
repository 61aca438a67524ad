import 'server-only'
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { correctionRequests, members, memberships } from '@/db/schema'
import { hasRole, type Reviewer } from '@/lib/actor'

export type Correction = Awaited<ReturnType<typeof listCorrections>>[number]

/**
 * Returns the open correction requests for this reviewer, oldest first, at most `max`; never one's own. A request that changes
 * the date of birth is listed only for an admin, and only an admin gets a date of birth.
 */
export async function listCorrections(reviewer: Reviewer, on: Database = db, max = 100) {
  const rows = await on
    .select({
      id: correctionRequests.id,
      createdAt: correctionRequests.createdAt,
      why: correctionRequests.why,
      number: memberships.number,
      from: { firstName: members.firstName, surname: members.surname },
      to: { firstName: correctionRequests.firstName, surname: correctionRequests.surname },
      bornFrom: forAdmin(reviewer, members.bornOn),
      bornTo: forAdmin(reviewer, correctionRequests.bornOn),
    })
    .from(correctionRequests)
    .innerJoin(members, eq(members.id, correctionRequests.memberId))
    .innerJoin(memberships, eq(memberships.memberId, correctionRequests.memberId))
    .where(waitsFor(reviewer))
    .orderBy(asc(correctionRequests.createdAt), asc(correctionRequests.id))
    .limit(max)
  return rows.map(({ bornFrom, bornTo, ...row }) => ({
    ...row,
    born: bornFrom && bornTo && bornFrom !== bornTo ? { from: bornFrom, to: bornTo } : null,
  }))
}

/** Returns how many of them there are. */
export async function countCorrections(reviewer: Reviewer, on: Database = db) {
  const [row] = await on
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(correctionRequests)
    .innerJoin(members, eq(members.id, correctionRequests.memberId))
    .where(waitsFor(reviewer))
  return row?.count ?? 0
}

function waitsFor(reviewer: Reviewer) {
  return and(
    isNull(correctionRequests.decidedAt),
    ne(correctionRequests.memberId, reviewer.ownMemberId ?? 0),
    hasRole(reviewer, 'admin') ? undefined : eq(correctionRequests.bornOn, members.bornOn),
  )
}

const forAdmin = (reviewer: Reviewer, column: typeof members.bornOn | typeof correctionRequests.bornOn) =>
  hasRole(reviewer, 'admin') ? sql<string | null>`${column}` : sql<string | null>`null`
