import 'server-only'
import { asc, desc, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { ruleTiers, ruleVersions } from '@/db/schema'
import type { Admin } from '@/lib/auth/actor'
import type { Status } from '@/lib/memberships/rules'
import { countsSql } from '@/lib/products/queries/counting'
import type { Thresholds } from '../rules'

/** Every version of the rule, the newest first, and where each stands on a calendar day. */
export async function listRuleVersions(_admin: Admin, day: string, on: Database = db) {
  const versions = await on.select().from(ruleVersions).orderBy(desc(ruleVersions.effectiveFrom))
  const tiers = await on.select().from(ruleTiers).orderBy(asc(ruleTiers.status))
  const current = versions.find(({ effectiveFrom }) => effectiveFrom <= day)
  return versions.map(({ id, effectiveFrom, placeholder }) => ({
    id,
    effectiveFrom,
    placeholder,
    stands: effectiveFrom > day ? 'coming' : id === current?.id ? 'inForce' : 'past',
    tiers: tiers.filter(({ ruleVersionId }) => ruleVersionId === id),
  })) as RuleVersion[]
}

export type RuleVersion = {
  id: string
  effectiveFrom: string
  placeholder: boolean
  stands: 'coming' | 'inForce' | 'past'
  tiers: { status: Status; products: number; cameras: number }[]
}

export type Outcome = { status: Status; country: string; rise: number; stay: number; fall: number }

/**
 * What thresholds would do to the memberships that have not ended on a day, by the status held and the country. Who would
 * fall does so only when the term ends.
 */
export async function simulateRule(
  _admin: Admin,
  { silver, gold, platinum }: Thresholds,
  day: string,
  on: Database = db,
) {
  const reached = (of: Thresholds['silver']) =>
    sql`coalesce(c.products, 0) >= ${of.products}::int and coalesce(c.cameras, 0) >= ${of.cameras}::int`
  const { rows } = await on.execute<Outcome>(sql`
    with counted as (
      select r.member_id, count(*) as products, count(*) filter (where p.kind = 'camera') as cameras
      from registrations r join products p on p.id = r.product_id join memberships s on s.member_id = r.member_id
      where r.state = 'verified' and ${countsSql(day, { product: 'p', registration: 'r', membership: 's' })}
      group by r.member_id
    ), judged as (
      select s.status, m.country, greatest(s.granted, case
        when ${reached(platinum)} then 'platinum' when ${reached(gold)} then 'gold'
        when ${reached(silver)} then 'silver' else 'red' end::status) as would
      from memberships s join members m on m.id = s.member_id left join counted c on c.member_id = m.id
      where (s.ended_on is null or s.ended_on > ${day}) and s.expires_on >= ${day}
    )
    select status, country, count(*) filter (where would > status)::int as rise,
      count(*) filter (where would = status)::int as stay, count(*) filter (where would < status)::int as fall
    from judged group by status, country order by status, country`)
  return rows
}
