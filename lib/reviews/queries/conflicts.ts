import 'server-only'
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import { memberships, registrations } from '@/db/schema'
import type { Reviewer } from '@/lib/actor'
import { conflictOf } from '../rules'

/** Returns other registrations of the same units, by anybody, with membership number and state. */
export async function conflictsOf(on: Database, reviewer: Reviewer, ids: string[]) {
  const other = alias(registrations, 'other')
  const conflicts = await on
    .select({
      of: registrations.id,
      id: other.id,
      state: other.state,
      number: memberships.number,
      own: sql<boolean>`${other.memberId} = ${reviewer.ownMemberId ?? 0}`,
    })
    .from(registrations)
    .innerJoin(
      other,
      and(eq(other.productId, registrations.productId), eq(other.serialKey, registrations.serialKey)),
    )
    .innerJoin(memberships, eq(memberships.memberId, other.memberId))
    .where(and(inArray(registrations.id, ids), ne(other.id, registrations.id), ne(other.state, 'withdrawn')))
    .orderBy(asc(other.createdAt))
  return Map.groupBy(
    conflicts.map((conflict) => ({ ...conflict, kind: conflictOf(conflict.state) })),
    ({ of }) => of,
  )
}
