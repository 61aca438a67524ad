import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { reasons } from '@/db/schema'
import type { Reviewer } from '@/lib/actor'
import { isId } from '../input'

export type ReasonKind = (typeof reasons.$inferSelect)['kind']
export type Reason = Awaited<ReturnType<typeof listReasons>>[number]

/** The reasons to choose from, in their order; a retired one is none of them. */
export async function listReasons(_reviewer: Reviewer, on: Database = db) {
  return on
    .select({ id: reasons.id, kind: reasons.kind, texts: reasons.texts })
    .from(reasons)
    .where(isNull(reasons.retiredAt))
    .orderBy(asc(reasons.position), asc(reasons.key))
}

/** The reason of an id, if it is one of that kind and can still be chosen. */
export async function findReason(on: Database, kind: ReasonKind, id: string) {
  if (!isId(id)) return null
  const [reason] = await on
    .select({ id: reasons.id, ending: reasons.ending })
    .from(reasons)
    .where(and(eq(reasons.id, id), eq(reasons.kind, kind), isNull(reasons.retiredAt)))
  return reason ?? null
}
