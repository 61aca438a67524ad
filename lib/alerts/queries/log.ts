import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { addDays } from '@/lib/time'

// The worker reads the log here, without an actor. Every query is answered by one of the log's indexes: conditions on an actor
// and a time are written as a pair, so that Postgres does not take the index by time alone (see desk.paused_until), and the month
// is a condition too, so that the partitions of older months are skipped.

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

/** Returns checks and pauses after `since` up to `until`, in order, with the time zone of their centre. */
export const listNewChecks = (on: Database, since: Date, until: Date) =>
  readChecks(
    on,
    'log_entries',
    sql`l.action in ('card.checked', 'desk.paused') and l.at > ${iso(since)} and l.at <= ${iso(until)}`,
  )

/** Returns how many checks somebody made on each day from `from` to `to` (`YYYY-MM-DD`, inclusive) in a time zone. */
export async function countDailyChecks(
  on: Database,
  account: string,
  days: { from: string; to: string; zone: string },
) {
  const { from, to, zone } = days
  const rows = (
    await on.execute<{
      day: string
      count: number
    }>(sql`select to_char(l.at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*)::int as count from log_reads l
      where l.action = 'card.checked' and l.actor_id = ${account} and ${sinceMonth(midnight(from, zone))}
        and (l.actor_id, l.at) >= (${account}::uuid, ${midnight(from, zone)})
        and (l.actor_id, l.at) < (${account}::uuid, ${midnight(addDays(to, 1), zone)})
      group by 1`)
  ).rows
  return new Map(rows.map(({ day, count }) => [day, count]))
}

/** Returns somebody's checks after `since` that found no card. A mistyped number, which cannot be anybody's, does not count. */
export const listMisses = (on: Database, account: string, since: Date) =>
  readChecks(
    on,
    'log_reads',
    sql`${MISSED} and l.actor_id = ${account} and ${sinceMonth(iso(since))}
      and (l.actor_id, l.at) > (${account}::uuid, ${iso(since)})`,
  )

/** Returns how many such misses all people of a centre had on one of its days. */
export async function countCentreMisses(on: Database, centre: string, day: string, zone: string) {
  const [rows] = (
    await on.execute<{ count: number }>(sql`select count(*)::int as count from log_reads l
      where ${MISSED} and l.centre_id = ${centre} and l.centre_id is not null and ${sinceMonth(midnight(day, zone))}
        and (l.centre_id, l.at) >= (${centre}::uuid, ${midnight(day, zone)})
        and (l.centre_id, l.at) < (${centre}::uuid, ${midnight(addDays(day, 1), zone)})`)
  ).rows
  return rows?.count ?? 0
}

/** Returns the checks of one member from `since` on. */
export const listChecksOfMember = (on: Database, member: number, since: Date) =>
  readChecks(
    on,
    'log_reads',
    sql`l.action = 'card.checked' and l.member_id = ${member} and l.member_id is not null and ${sinceMonth(iso(since))}
      and (l.member_id, l.at) >= (${member}::bigint, ${iso(since)})`,
  )

const MISSED = sql`l.action = 'card.checked' and not l.hit and l.reason is null`
const iso = (at: Date) => sql`${at.toISOString()}::timestamptz`
const sinceMonth = (moment: SQL) => sql`l.at >= date_trunc('month', ${moment}, 'UTC')`
const midnight = (day: string, zone: string) => sql`((${day}::date)::timestamp at time zone ${zone})`

async function readChecks(
  on: Database,
  log: 'log_reads' | 'log_entries',
  where: SQL,
): Promise<LoggedCheck[]> {
  const rows = (
    await on.execute<
      Omit<LoggedCheck, 'at'> & { at: string }
    >(sql`select l.id, l.at, l.action, l.actor_id as "accountId", l.centre_id as "centreId", l.country,
        c.time_zone as zone, l.member_id as "memberId", not l.hit and l.reason is null as missed
      from ${sql.identifier(log)} l join centres c on c.id = l.centre_id where ${where} order by l.at, l.id`)
  ).rows
  return rows.map(({ id, at, memberId, ...check }) => ({
    ...check,
    id: Number(id),
    at: new Date(at),
    memberId: memberId === null ? null : Number(memberId),
  }))
}
