import type { Status } from '@/lib/lists'
import 'server-only'
import { eq, type Placeholder, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { members, memberships, statusRules, statusRuleTiers } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { countsSql, countsUntilSql } from '@/lib/catalogue/queries/counting'
import { berlinDate } from '@/lib/time'
import { highest, nextStep, statusByCount, type Tier, validity } from './rules'

/** Returns the status rule in force on a calendar day. Public: the programme page shows it. */
export async function statusRulesOn(day: string, on: Database = db) {
  const [version] = await on
    .select({
      id: statusRules.id,
      effectiveFrom: statusRules.effectiveFrom,
      placeholder: statusRules.placeholder,
    })
    .from(statusRules)
    .where(eq(statusRules.id, sql`programme.status_rules_on(${day})`))
  if (!version) throw new Error(`No status rule is in force on ${day}.`)
  const tiers = await on
    .select({
      status: statusRuleTiers.status,
      products: statusRuleTiers.products,
      cameras: statusRuleTiers.cameras,
    })
    .from(statusRuleTiers)
    .where(eq(statusRuleTiers.statusRulesId, version.id))
    .orderBy(statusRuleTiers.status)
  return { ...version, tiers }
}

/**
 * How many registrations are in each state; `products` and `cameras` are verified and count today; pending ones are separate.
 * `ending` of them have a last day on which they count, the first of these is `endsOn`.
 */
export type RegistrationCounts = {
  products: number
  cameras: number
  ending: number
  endsOn: string | null
  pending: number
  attention: number
  all: number
}

/**
 * Returns the data of the account page in one read: status, validity, what is missing for the next one, pending registrations.
 */
export async function accountOverview(member: Member, at: Date, on: Database = db) {
  const today = berlinDate(at)
  const [row] = await on
    .select({
      ...cardOn(today),
      tally: tallyOf(members.id, today),
      tiers: tiersOn(today),
    })
    .from(memberships)
    .innerJoin(members, eq(members.id, memberships.memberId))
    .where(eq(memberships.memberId, member.ownMemberId))
  if (!row) throw new Error('The member has no membership.')
  const { tally, tiers, ...card } = row
  // The next status by count; a granted status stays above it.
  const next = card.granted ? null : nextStep(tiers, tally, highest(card.status, statusByCount(tiers, tally)))
  const goal = next && tiers.find(({ status }) => status === next.status)
  return { ...card, tally, next, goal: goal ?? null, validity: validityOf(card, today) }
}

/** Returns the member's own card. */
export async function ownCard(member: Member, at: Date, on: Database = db) {
  const today = berlinDate(at)
  const [card] = await on
    .select({ ...cardOn(today), cardCode: memberships.cardCode })
    .from(memberships)
    .innerJoin(members, eq(members.id, memberships.memberId))
    .where(eq(memberships.memberId, member.ownMemberId))
  if (!card) throw new Error('The member has no membership.')
  return { ...card, validity: validityOf(card, today) }
}

/**
 * The status a membership holds on a calendar day, by the rule and the products that count on it: never the stored one, which may
 * lag behind a version that has just taken effect.
 */
export const statusOn = (day: string) => sql<Status>`programme.status_on(${memberships.memberId}, ${day})`

/** The same for a list: Postgres inlines it into the list's query, which costs more planning but much less per row. */
export const statusInList = (day: string | Placeholder) =>
  sql<Status>`(select held.status from programme.held_on(${memberships}, ${day}) as held)`

/** Returns the membership data for mails on a calendar day, or null. The worker reads it, without an actor. */
export async function findMembership(on: Database, memberId: number, day: string) {
  const [membership] = await on
    .select({
      number: memberships.number,
      status: statusOn(day),
      granted: memberships.granted,
      grantedUntil: memberships.grantedUntil,
      startsOn: memberships.startsOn,
      expiresOn: memberships.expiresOn,
    })
    .from(memberships)
    .where(eq(memberships.memberId, memberId))
  return membership ?? null
}

const cardOn = (day: string) => ({
  firstName: members.firstName,
  surname: members.surname,
  country: members.country,
  number: memberships.number,
  status: statusOn(day),
  granted: memberships.granted,
  startsOn: memberships.startsOn,
  expiresOn: memberships.expiresOn,
  endedOn: memberships.endedOn,
  suspendedAt: memberships.suspendedAt,
})

type Dates = { startsOn: string; expiresOn: string; endedOn: string | null; suspendedAt: Date | null }

/** Whether a membership is valid on a calendar day, from its row. */
export const validityOf = ({ suspendedAt, ...dates }: Dates, today: string) =>
  validity({ ...dates, suspendedOn: suspendedAt && berlinDate(suspendedAt) }, today)

/** For use in a query that joins memberships. */
const tallyOf = (memberId: typeof members.id, day: string) => sql<RegistrationCounts>`(
  select json_build_object(
    'products', count(*) filter (where r.state = 'verified' and ${countsSql(day, IN_TALLY)}),
    'cameras', count(*) filter (where r.state = 'verified' and ${countsSql(day, IN_TALLY)} and p.kind = 'camera'),
    'ending', count(*) filter (where r.state = 'verified' and ${countsSql(day, IN_TALLY)} and p.qualifying_to is not null),
    'endsOn', min(${countsUntilSql(IN_TALLY)}) filter (where r.state = 'verified' and ${countsSql(day, IN_TALLY)}),
    'pending', count(*) filter (where r.state = 'pending'),
    'attention', count(*) filter (where r.state = 'needs_attention'),
    'all', count(*) filter (where r.state <> 'withdrawn'))
  from registrations r join products p on p.id = r.product_id
  where r.member_id = ${memberId})`

const IN_TALLY = { product: 'p', registration: 'r' }

const tiersOn = (day: string) => sql<Tier[]>`(
  select json_agg(json_build_object('status', t.status, 'products', t.products, 'cameras', t.cameras) order by t.status)
  from status_rule_tiers t where t.status_rules_id = programme.status_rules_on(${day}))`
