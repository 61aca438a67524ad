import 'server-only'
import { and, count, gt, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { memberCounts, members, memberships } from '@/db/schema'
import { withinDays } from '@/db/within-days'
import type { Admin } from '@/lib/actor'
import { DAYS_AHEAD, memberCountsOn, monthEnds, nextDays, type Period, type StatusMove } from '../rules'

/** Returns how many joined in a period. */
export async function countJoins(_admin: Admin, period: Period, on: Database = db) {
  const [row] = await on.select({ count: count() }).from(members).where(withinDays(members.createdAt, period))
  return row?.count ?? 0
}

/** Returns how many memberships that have not ended expire from today on, within each of `DAYS_AHEAD`. */
export async function countExpiries(_admin: Admin, today: string, on: Database = db) {
  const [row] = await expiringQuery(today, on)
  return DAYS_AHEAD.map((days) => ({ days, count: row?.[days] ?? 0, ...nextDays(days, today) }))
}

/** The query itself, which a test explains. */
export function expiringQuery(today: string, on: Database = db) {
  const within = (days: number) =>
    sql<number>`count(*) filter (where ${memberships.expiresOn} <= ${nextDays(days, today).to})`.mapWith(
      Number,
    )
  const { from, to } = nextDays(Math.max(...DAYS_AHEAD), today)
  return on
    .select(Object.fromEntries(DAYS_AHEAD.map((days) => [days, within(days)])) as Record<string, SQL<number>>)
    .from(memberships)
    .where(
      and(
        or(isNull(memberships.endedOn), gt(memberships.endedOn, today)),
        gte(memberships.expiresOn, from),
        lte(memberships.expiresOn, to),
      ),
    )
}

/**
 * Returns the members whose membership has not ended, by country and status, at the ends of the last twelve months and today.
 * Reads the nightly counts and computes only the changes since, so that it is fast with many members.
 */
export async function memberHistory(_admin: Admin, today: string, on: Database = db) {
  const days = [...monthEnds(today), today]
  const { counted, last } = await readCounts(days, on)
  const { rows } = await on.execute(movesSinceQuery(last, today))
  return { days, counts: memberCountsOn(days, counted, rows as StatusMove[]) }
}

/** Returns how many members whose membership has not ended live in each country today, by country code. */
export async function countMembersByCountry(_admin: Admin, today: string, on: Database = db) {
  const { counted, last } = await readCounts([today], on)
  const { rows } = await on.execute(movesSinceQuery(last, today))
  const byCountry: Partial<Record<string, number>> = {}
  for (const { country, count } of memberCountsOn([today], counted, rows as StatusMove[]))
    byCountry[country] = (byCountry[country] ?? 0) + count
  return byCountry
}

/** The changes since a day, or all of them; a test explains the query. */
export const movesSinceQuery = (day: string | null, today: string) => sql`
  select day::text, country, status, sum(by)::int as by from member_moves
   where day > ${day ?? '-infinity'}::date and day <= ${today} group by 1, 2, 3`

async function readCounts(days: string[], on: Database) {
  const newest = sql`(select max(c.day) from member_counts c where c.day < ${days.at(-1)})`
  const counted = await on
    .select()
    .from(memberCounts)
    .where(or(inArray(memberCounts.day, days.slice(0, -1)), sql`${memberCounts.day} = ${newest}`))
    .orderBy(memberCounts.day)
  return { counted, last: counted.at(-1)?.day ?? null }
}
