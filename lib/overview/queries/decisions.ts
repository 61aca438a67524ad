import 'server-only'
import { and, count, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { decisions, reasons } from '@/db/schema'
import { withinDays } from '@/db/within-days'
import type { Admin } from '@/lib/actor'
import type { Period } from '../rules'

/** Decisions that answered a waiting member. Registrations ended by a reviewer for other reasons answer nobody. */
export const answersIn = (period: Partial<Period>) =>
  and(isNotNull(decisions.waitedSince), withinDays(decisions.at, period))

/**
 * Returns the median and 90th percentile of hours from when a purchase began to wait (submission, new file, appeal) to its
 * decision.
 */
export async function timeToDecision(_admin: Admin, period: Period, on: Database = db) {
  const hours = sql`extract(epoch from ${decisions.at} - ${decisions.waitedSince})::float8 / 3600`
  const within = (share: number) =>
    sql<number | null>`percentile_cont(${share}::float8) within group (order by ${hours})`
  const [row] = await on
    .select({ count: count(), median: within(0.5), p90: within(0.9) })
    .from(decisions)
    .where(answersIn(period))
  return row ?? { count: 0, median: null, p90: null }
}

const DAY = sql<string>`to_char(${decisions.at} at time zone 'Europe/Berlin', 'YYYY-MM-DD')`

/** Returns the number of decisions by outcome and reason, most frequent first. */
export const decisionsByReason = (_admin: Admin, period: Period, on: Database = db) =>
  on
    .select({
      outcome: decisions.outcome,
      reason: reasons.id,
      texts: reasons.texts,
      count: count(),
    })
    .from(decisions)
    .leftJoin(reasons, eq(reasons.id, decisions.reasonId))
    .where(answersIn(period))
    .groupBy(decisions.outcome, reasons.id)
    .orderBy(desc(count()), decisions.outcome, reasons.id)

/** The same for each day in Berlin, newest first. */
export const decisionsByDayAndReason = (_admin: Admin, period: Period, on: Database = db) =>
  on
    .select({ day: DAY, outcome: decisions.outcome, texts: reasons.texts, count: count() })
    .from(decisions)
    .leftJoin(reasons, eq(reasons.id, decisions.reasonId))
    .where(answersIn(period))
    .groupBy(sql`1`, decisions.outcome, reasons.id)
    .orderBy(sql`1 desc`, decisions.outcome, reasons.id)

/** Returns the number of decisions on each day in Berlin, newest first; days without any are omitted. */
export const decisionsByDay = (_admin: Admin, period: Period, on: Database = db) =>
  on
    .select({
      day: DAY,
      verified: countWhere(sql`${decisions.outcome} = 'verified'`),
      needs_attention: countWhere(sql`${decisions.outcome} = 'needs_attention'`),
      refused: countWhere(sql`${decisions.outcome} = 'refused'`),
    })
    .from(decisions)
    .where(answersIn(period))
    .groupBy(sql`1`)
    .orderBy(sql`1 desc`)

const countWhere = (where: SQL) => sql<number>`count(*) filter (where ${where})`.mapWith(Number)
