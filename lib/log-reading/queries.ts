import { LOOKUP_ROWS, takePage } from '@/lib/paging'
import 'server-only'
import { and, asc, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, centres, logEntries, type logReads, memberships } from '@/db/schema'
import { withinDays } from '@/db/within-days'
import type { Admin } from '@/lib/actor'
import { READ_ACTIONS } from '@/lib/lists'
import { parseMembershipNumber } from '@/lib/memberships/number'
import type { LogFilter } from './input'

export type LogConditions = Partial<LogFilter>
export type LogEntry = Awaited<ReturnType<typeof readLog>>[number]

/** Returns the log, newest first, 50 at a time, after the entry `before`: by actor, member, centre, action or period. */
export async function listLog(admin: Admin, conditions: LogConditions, on: Database = db) {
  const { rows, more } = takePage(await readLog(admin, conditions, LOOKUP_ROWS + 1, on), LOOKUP_ROWS)
  return { entries: rows, more }
}

/** Returns at most `limit` entries. Who read whom in a period, from which country and with which result, is this one query. */
export async function readLog(_admin: Admin, conditions: LogConditions, limit: number, on: Database = db) {
  const where = await toConditions(conditions, on)
  if (!where) return []
  return (
    on
      .select({
        id: logEntries.id,
        at: logEntries.at,
        action: logEntries.action,
        role: logEntries.actorRole,
        actor: accounts.email,
        number: memberships.number,
        centre: centres.name,
        country: logEntries.country,
        purpose: logEntries.purpose,
        caseNumber: logEntries.caseNumber,
        hit: logEntries.hit,
        reason: logEntries.reason,
      })
      .from(logEntries)
      // The address of staff only: a member appears by number.
      .leftJoin(accounts, and(eq(accounts.id, logEntries.actorId), ne(accounts.role, 'member')))
      .leftJoin(memberships, eq(memberships.memberId, logEntries.memberId))
      .leftJoin(centres, eq(centres.id, logEntries.centreId))
      .where(and(...where, ...withinPeriod(conditions, logEntries)))
      .orderBy(desc(logEntries.at), desc(logEntries.id))
      .limit(limit)
  )
}

export const listCentreNames = (_admin: Admin, on: Database = db) =>
  on
    .select({ id: centres.id, name: centres.name, country: centres.country })
    .from(centres)
    .orderBy(asc(centres.name))
    .limit(500)

/** Resolves addresses and numbers to ids, which are indexed; null for an unknown address or number. */
async function toConditions(
  { actor, number, centre, country, hit, action }: LogConditions,
  on: Database,
): Promise<SQL[] | null> {
  const conditions: SQL[] = []
  if (actor) {
    const staff = and(eq(sql`lower(${accounts.email})`, actor.toLowerCase()), ne(accounts.role, 'member'))
    const [account] = await on.select({ id: accounts.id }).from(accounts).where(staff)
    if (!account) return null
    conditions.push(eq(logEntries.actorId, account.id))
  }
  if (number) {
    const own = eq(memberships.number, parseMembershipNumber(number) ?? '')
    const [member] = await on.select({ id: memberships.memberId }).from(memberships).where(own)
    if (!member) return null
    conditions.push(eq(logEntries.memberId, member.id))
  }
  if (centre) conditions.push(eq(logEntries.centreId, centre))
  if (country) conditions.push(eq(logEntries.country, country))
  if (hit) conditions.push(eq(logEntries.hit, hit === 'yes'))
  if (action === 'reading') conditions.push(inArray(logEntries.action, [...READ_ACTIONS]))
  else if (action) conditions.push(eq(logEntries.action, action))
  return conditions
}

/** Returns the conditions for entries within days of a time zone, both included, and after the entry `before` of either table. */
export function withinPeriod(
  { from, to, before }: LogConditions,
  log: Pick<typeof logEntries, 'at' | 'id'> | typeof logReads,
  zone?: string,
): SQL[] {
  const beforeEntry = sql`select l.at, l.id from log_entries l where l.id = ${before}`
  return [
    withinDays(log.at, { from, to }, zone),
    ...(before ? [sql`(${log.at}, ${log.id}) < (${beforeEntry})`] : []),
  ]
}
