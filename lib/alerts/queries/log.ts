import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { addDays } from '@/lib/time'

// The worker reads the log here, nobody's actor. Every question is answered by one of the log's indexes: conditions on an actor
// and a time are written as a pair, so that Postgres does not take the index by time alone (see desk.paused_until), and the month
// stands beside it, so that the partitions of older months are left out.

export type LoggedCheck = {
  id: number
  at: Date
  action: 'card.checked' | 'desk.paused'
  accountId: string
  centreId: string
  country: string
  zone: string
  memberId: number | null
  missed: boolean
}

/** Checks and pauses after `since` up to `until`, in their order, with the time zone of their centre. */
export const listNewChecks = (on: Database, since: Date, until: Date) =>
  checks(
    on,
    'log_entries',
    sql`l.action in ('card.checked', 'desk.paused') and l.at > ${iso(since)} and l.at <= ${iso(until)}`,
  )

/** How many checks somebody made on each day of a time zone from `from` to `to`, as `YYYY-MM-DD`, both in full. */
export async function countDailyChecks(
  on: Database,
  account: string,
  days: { from: string; to: string; zone: string },
) {
  const { from, to, zone } = days
  const found = await rows<{ day: string; count: number }>(
    on,
    sql`select to_char(l.at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*)::int as count from log_reads l
      where l.action = 'card.checked' and l.actor_id = ${account} and ${sinceMonth(midnight(from, zone))}
        and (l.actor_id, l.at) >= (${account}::uuid, ${midnight(from, zone)})
        and (l.actor_id, l.at) < (${account}::uuid, ${midnight(addDays(to, 1), zone)})
      group by 1`,
  )
  return new Map(found.map(({ day, count }) => [day, count]))
}

/** When somebody looked for a card that nobody has, after `since`. A mistyped number, which cannot be anybody's, is none. */
export const listMisses = (on: Database, account: string, since: Date) =>
  checks(
    on,
    'log_reads',
    sql`${MISSED} and l.actor_id = ${account} and ${sinceMonth(iso(since))}
      and (l.actor_id, l.at) > (${account}::uuid, ${iso(since)})`,
  )

/** How many such misses all people of a centre had on one of its days. */
export async function listCentreMisses(on: Database, centre: string, day: string, zone: string) {
  const [found] = await rows<{ count: number }>(
    on,
    sql`select count(*)::int as count from log_reads l
      where ${MISSED} and l.centre_id = ${centre} and l.centre_id is not null and ${sinceMonth(midnight(day, zone))}
        and (l.centre_id, l.at) >= (${centre}::uuid, ${midnight(day, zone)})
        and (l.centre_id, l.at) < (${centre}::uuid, ${midnight(addDays(day, 1), zone)})`,
  )
  return found?.count ?? 0
}

/** The checks of one member after `since`. */
export const listChecksOfMember = (on: Database, member: number, since: Date) =>
  checks(
    on,
    'log_reads',
    sql`l.action = 'card.checked' and l.member_id = ${member} and l.member_id is not null and ${sinceMonth(iso(since))}
      and (l.member_id, l.at) >= (${member}::bigint, ${iso(since)})`,
  )

const MISSED = sql`l.action = 'card.checked' and not l.hit and l.reason is null`
const iso = (at: Date) => sql`${at.toISOString()}::timestamptz`
const sinceMonth = (moment: SQL) => sql`l.at >= date_trunc('month', ${moment}, 'UTC')`
const midnight = (day: string, zone: string) => sql`((${day}::date)::timestamp at time zone ${zone})`

async function checks(on: Database, log: 'log_reads' | 'log_entries', where: SQL): Promise<LoggedCheck[]> {
  const found = await rows<Omit<LoggedCheck, 'at'> & { at: string }>(
    on,
    sql`select l.id, l.at, l.action, l.actor_id as "accountId", l.centre_id as "centreId", l.country,
        c.time_zone as zone, l.member_id as "memberId", not l.hit and l.reason is null as missed
      from ${sql.identifier(log)} l join centres c on c.id = l.centre_id where ${where} order by l.at, l.id`,
  )
  return found.map(({ id, at, memberId, ...check }) => ({
    ...check,
    id: Number(id),
    at: new Date(at),
    memberId: memberId === null ? null : Number(memberId),
  }))
}

async function rows<T extends object>(on: Database, query: SQL) {
  return (await on.execute(query)).rows as unknown as T[]
}
