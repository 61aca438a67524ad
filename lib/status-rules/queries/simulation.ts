import type { Status } from '@/lib/lists'
import { offsetOf, takePage, WORK_ROWS } from '@/lib/paging'
import 'server-only'
import { and, asc, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { statusRules } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { statusRulesOn } from '@/lib/memberships/queries'
import { addDays } from '@/lib/time'
import { type Thresholds, thresholdsOf } from '../rules'

/** Thresholds and the day from which they would apply. */
export type Proposal = { thresholds: Thresholds; effectiveFrom: string }

export type SimulatedOutcome = { status: Status; country: string; rise: number; stay: number; fall: number }
export type Affected = {
  number: string
  country: string
  from: Status
  to: Status
  kind: 'rise' | 'fall'
  /** The day on which it would happen: a rise on the first day of the rule, a fall on the day after the term. */
  on: string
}

/**
 * Returns the effect of thresholds on the memberships still running on the day they take effect, counted as on that day, by
 * previous status and country. A rise is immediate. A fall is one caused by this version, at the end of the term, and only while
 * no later version applies; members who would fall anyway count as staying.
 */
export async function simulateRule(_admin: Admin, proposal: Proposal, on: Database = db) {
  const { rows } = await on.execute<SimulatedOutcome>(sql`${await simulatedMemberships(proposal, on)}
    select held as status, country, count(*) filter (where kind = 'rise')::int as rise,
      count(*) filter (where kind = 'stay')::int as stay, count(*) filter (where kind = 'fall')::int as fall
    from outcomes group by held, country order by held, country`)
  return rows
}

/** Returns the members who would rise or fall, by day and number, 25 per page (or `size`) from page 1. */
export async function listAffected(
  _admin: Admin,
  proposal: Proposal,
  page = 1,
  size = WORK_ROWS,
  on: Database = db,
) {
  const { rows } = await on.execute<Affected>(sql`${await simulatedMemberships(proposal, on)}
    select number, country, held as "from", would as "to", kind,
      case kind when 'rise' then ${proposal.effectiveFrom}::date else expires_on + 1 end::text as "on"
    from outcomes where kind <> 'stay' order by "on", number limit ${size + 1} offset ${offsetOf(page, size)}`)
  const affected = takePage(rows, size)
  return { affected: affected.rows, more: affected.more }
}

/** Returns the first day after a given one on which another version takes effect, or null. */
export async function nextVersionAfter(_admin: Admin, day: string, on: Database = db) {
  const [next] = await on
    .select({ effectiveFrom: statusRules.effectiveFrom })
    .from(statusRules)
    .where(and(gt(statusRules.effectiveFrom, day), isNull(statusRules.withdrawnAt)))
    .orderBy(asc(statusRules.effectiveFrom))
    .limit(1)
  return next?.effectiveFrom ?? null
}

/** One pass over memberships and registrations; exported for a test that explains it. */
export async function simulatedMemberships(
  { thresholds, effectiveFrom: day }: Proposal,
  on: Database = db,
): Promise<SQL> {
  const without = thresholdsOf((await statusRulesOn(addDays(day, -1), on)).tiers)
  return sql`with counted as (
      select member_id, count(*) as products, count(*) filter (where kind = 'camera') as cameras
      from programme.counting(${day}) group by member_id
    ), reached as (
      select s.number, s.expires_on, m.country,
        case when s.granted_until < ${day} then 'red' else s.status end as before,
        case when s.granted_until < ${day} then 'red' else coalesce(s.granted, 'red') end as granted,
        ${reach(without)} as otherwise, ${reach(thresholds)} as proposed
      from memberships s join members m on m.id = s.member_id left join counted c on c.member_id = m.id
      where (s.ended_on is null or s.ended_on > ${day}) and s.expires_on >= ${day}
    ), judged as (
      select number, expires_on, country, greatest(before, granted, otherwise) as held,
        greatest(granted, otherwise) as at_end, greatest(granted, proposed) as would from reached
    ), next as (
      select min(effective_from) as day from status_rules where effective_from > ${day} and withdrawn_at is null
    ), outcomes as (
      select judged.*, case when would > held then 'rise'
        when would < held and would < at_end and (next.day is null or expires_on + 1 < next.day) then 'fall'
        else 'stay' end as kind
      from judged cross join next
    )`
}

/** Returns the highest status whose thresholds the counted products reach. */
function reach(rule: Thresholds): SQL {
  const enough = ({ products, cameras }: Thresholds['silver']) =>
    sql`c.products >= ${products}::int and c.cameras >= ${cameras}::int`
  return sql`(case when ${enough(rule.platinum)} then 'platinum' when ${enough(rule.gold)} then 'gold'
    when ${enough(rule.silver)} then 'silver' else 'red' end)::status`
}
