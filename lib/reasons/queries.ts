import 'server-only'
import { asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { reasons } from '@/db/schema'
import type { Admin } from '@/lib/actor'

const successor = alias(reasons, 'after')
const columns = {
  id: reasons.id,
  kind: reasons.kind,
  ending: reasons.ending,
  texts: reasons.texts,
  retiredAt: reasons.retiredAt,
  replaces: reasons.replaces,
  replacedBy: successor.id,
  /** The number of decisions that use it. */
  used: sql<number>`(select count(*)::int from decisions d where d.reason_id = ${reasons.id})`,
}

/** Returns every reason, in the order reviewers see them, including retired ones. */
export const listAllReasons = (_admin: Admin, on: Database = db) =>
  on
    .select(columns)
    .from(reasons)
    .leftJoin(successor, eq(successor.replaces, reasons.id))
    .orderBy(asc(reasons.position), asc(reasons.key))

/** Returns one reason, with its previous words, newest first, or null. */
export async function openReason(_admin: Admin, id: string, on: Database = db) {
  const [reason] = await on
    .select(columns)
    .from(reasons)
    .leftJoin(successor, eq(successor.replaces, reasons.id))
    .where(eq(reasons.id, id))
  if (!reason) return null
  const { rows: before } = await on.execute<Before>(sql`
    with recursive chain as (
      select r.id, r.texts, r.retired_at, r.replaces, 1 as age from reasons r where r.id = ${reason.replaces}
      union all
      select r.id, r.texts, r.retired_at, r.replaces, c.age + 1 from reasons r join chain c on r.id = c.replaces
    ) select id, texts, to_char(retired_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as until from chain order by age`)
  return { ...reason, before }
}

/** Replaced words, and the calendar day of the replacement. */
type Before = { id: string; texts: { en: string; de: string }; until: string }
