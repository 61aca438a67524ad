import { LOOKUP_ROWS, takePage } from '@/lib/paging'
import 'server-only'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, centres, logReads } from '@/db/schema'
import type { Actor, Desk } from '@/lib/actor'
import { withinPeriod } from '@/lib/log-reading/queries'
import { addMonths, localTime } from '@/lib/time'
import type { ChecksFilter } from '../input'
import { isLeadOf } from '../policy'

/** How many months are counted, including the current one. */
const MONTHS = 6

/** Returns the service centre that somebody leads; null for anyone who leads none, including administrators. */
export async function ledCentre(actor: Actor, on: Database = db) {
  if (!actor.centreId) return null
  const [centre] = await on.select(facts).from(centres).where(eq(centres.id, actor.centreId))
  return centre && isLeadOf(actor, centre) ? centre : null
}

export type LedCentre = NonNullable<Awaited<ReturnType<typeof ledCentre>>>

/** Returns the centre that somebody leads, with its people and how many cards each checked in the last six months, or null. */
export async function centreOfLead(desk: Desk, at: Date, on: Database = db) {
  const centre = await ledCentre(desk, on)
  if (!centre) return null
  const thisMonth = localTime(at, centre.timeZone).date.slice(0, 7)
  const months = Array.from({ length: MONTHS }, (_, ago) => addMonths(`${thisMonth}-01`, -ago).slice(0, 7))
  const [people, counts] = await Promise.all([
    peopleOf(centre.id, on),
    countMonths(centre, `${months.at(-1)}-01`, on),
  ])
  return { ...centre, people, months, counts }
}

/** Returns the checks made at the centre that somebody leads, newest first, 50 at a time, without the members, or null. */
export async function checksOfLead(desk: Desk, filter: ChecksFilter, on: Database = db) {
  const centre = await ledCentre(desk, on)
  if (!centre) return null
  const about = [...checksAt(centre.id), ...(filter.person ? [eq(logReads.actorId, filter.person)] : [])]
  const checks = await on
    .select({
      id: logReads.id,
      at: logReads.at,
      person: accounts.email,
      purpose: logReads.purpose,
      caseNumber: logReads.caseNumber,
      hit: logReads.hit,
      mistyped: sql<boolean>`${logReads.reason} is not distinct from 'mistyped'`,
    })
    .from(logReads)
    .leftJoin(accounts, eq(accounts.id, logReads.actorId))
    .where(and(...about, ...withinPeriod(filter, logReads, centre.timeZone)))
    .orderBy(desc(logReads.at), desc(logReads.id))
    .limit(LOOKUP_ROWS + 1)
  const people = await peopleOf(centre.id, on)
  const { rows, more } = takePage(checks, LOOKUP_ROWS)
  return { ...centre, people, checks: rows, more }
}

const facts = {
  id: centres.id,
  leadId: centres.leadId,
  name: centres.name,
  city: centres.city,
  country: centres.country,
  timeZone: centres.timeZone,
  open: centres.open,
  basis: centres.legalBasis,
  decision: centres.adequacyDecision,
  clausesOn: centres.clausesOn,
}

const checksAt = (centreId: string): SQL[] => [
  eq(logReads.centreId, centreId),
  eq(logReads.action, 'card.checked'),
]

const peopleOf = (centreId: string, on: Database) =>
  on
    .select({
      id: accounts.id,
      email: accounts.email,
      lastSeenAt: accounts.lastSeenAt,
      disabledAt: accounts.disabledAt,
      factor: sql<boolean>`exists (select from passkeys p where p.account_id = accounts.id)
        or exists (select from authenticators a where a.account_id = accounts.id and a.confirmed_at is not null)`,
    })
    .from(accounts)
    .where(eq(accounts.centreId, centreId))
    .orderBy(asc(accounts.email))

/** Checks by person and month of the centre's own calendar; people who have left since are still counted. */
const countMonths = (centre: { id: string; timeZone: string }, from: string, on: Database) => {
  const month = sql<string>`to_char(${logReads.at} at time zone ${centre.timeZone}, 'YYYY-MM')`
  return on
    .select({
      id: logReads.actorId,
      email: accounts.email,
      month: month.as('month'),
      checks: sql<number>`count(*)::int`,
    })
    .from(logReads)
    .leftJoin(accounts, eq(accounts.id, logReads.actorId))
    .where(and(...checksAt(centre.id), ...withinPeriod({ from }, logReads, centre.timeZone)))
    .groupBy(logReads.actorId, accounts.email, sql`month`)
}
