import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { reasons } from '@/db/schema'
import type { Reviewer } from '@/lib/actor'
import { isId } from '../input'

export type ReasonKind = (typeof reasons.$inferSelect)['kind']
export type Reason = Awaited<ReturnType<typeof listReasons>>[number]

/** Returns the reasons to choose from, in order, without retired ones. */
export async function listReasons(_reviewer: Reviewer, on: Database = db) {
  return on
    .select({ id: reasons.id, kind: reasons.kind, texts: reasons.texts })
    .from(reasons)
    .where(isNull(reasons.retiredAt))
    .orderBy(asc(reasons.position), asc(reasons.key))
}

/** Returns the reason with an id, if it is of that kind and can still be chosen, or null. */
export async function findReason(on: Database, kind: ReasonKind, id: string) {
  if (!isId(id)) return null
  const [reason] = await on
    .select({ id: reasons.id, ending: reasons.ending })
    .from(reasons)
    .where(and(eq(reasons.id, id), eq(reasons.kind, kind), isNull(reasons.retiredAt)))
  return reason ?? null
}
