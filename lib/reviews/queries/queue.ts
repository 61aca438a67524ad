import { offsetOf, WORK_ROWS } from '@/lib/paging'
import 'server-only'
import { and, eq, gt, ne, notExists, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { decisions, members, memberships, registrations } from '@/db/schema'
import type { Reviewer } from '@/lib/actor'
import { COUNTED } from '../rules'

export type WaitingItem = Awaited<ReturnType<typeof listWaiting>>[number]

/**
 * A page of the queue, the longest waiting first. An item is an invoice with registrations that wait; one's own are
 * left out. `decidable` is false where all that waits are appeals against this reviewer's own refusals.
 */
export async function listWaiting(reviewer: Reviewer, page = 1, on: Database = db, size = WORK_ROWS) {
  const first = firstOfItems(reviewer, on).limit(size).offset(offsetOf(page, size)).as('first')
  const waiting = alias(registrations, 'waiting')
  return on
    .select({
      id: first.invoiceId,
      waitingSince: first.waitingSince,
      firstName: members.firstName,
      surname: members.surname,
      country: members.country,
      number: memberships.number,
      products: sql<number>`count(*)`.mapWith(Number),
      appeals: sql<number>`count(${waiting.appealedAt})`.mapWith(Number),
      decidable: sql<boolean>`bool_or(${notRefusedBy(reviewer, waiting)})`,
    })
    .from(first)
    .innerJoin(waiting, and(eq(waiting.invoiceId, first.invoiceId), eq(waiting.state, 'pending')))
    .innerJoin(members, eq(members.id, first.memberId))
    .innerJoin(memberships, eq(memberships.memberId, first.memberId))
    .groupBy(first.invoiceId, first.waitingSince, first.id, members.id, memberships.memberId)
    .orderBy(first.waitingSince, first.id)
}

/** How many items wait for this reviewer (`more` when beyond what is counted), and since when the oldest does. */
export async function waitingSummary(reviewer: Reviewer, on: Database = db) {
  const first = firstOfItems(reviewer, on)
    .limit(COUNTED + 1)
    .as('first')
  const [row] = await on
    .select({
      items: sql<number>`count(*)`.mapWith(Number),
      oldest: sql<Date | null>`min(${first.waitingSince})`.mapWith(registrations.waitingSince),
    })
    .from(first)
  const { items, oldest } = row ?? { items: 0, oldest: null }
  return { items: Math.min(items, COUNTED), more: items > COUNTED, oldest }
}

/**
 * The item to go on with from `item` (null: from nowhere): the next that this reviewer may decide about after a moment
 * of the queue, else its first; null when there is no other.
 */
export async function nextItem(
  reviewer: Reviewer,
  item: string | null,
  since: Date | null,
  on: Database = db,
) {
  const later = since && (await firstItem(reviewer, on, item, gt(registrations.waitingSince, since)))
  return later ?? firstItem(reviewer, on, item)
}

/** Whether something on this item still waits for a decision that this reviewer may take. */
export async function isWaiting(reviewer: Reviewer, item: string, on: Database = db) {
  return (await decidableOn(reviewer, on, eq(registrations.invoiceId, item))) !== null
}

/** Of each item the registration that has waited longest, in the order of the queue; walks the index of what waits. */
function firstOfItems(reviewer: Reviewer, on: Database) {
  const earlier = alias(registrations, 'earlier')
  const isEarlier = sql`(${earlier.waitingSince}, ${earlier.id}) < (${registrations.waitingSince}, ${registrations.id})`
  return on
    .select({
      id: registrations.id,
      invoiceId: registrations.invoiceId,
      memberId: registrations.memberId,
      waitingSince: registrations.waitingSince,
    })
    .from(registrations)
    .where(
      and(
        eq(registrations.state, 'pending'),
        notOwn(reviewer),
        notExists(
          on
            .select({ one: sql`1` })
            .from(earlier)
            .where(
              and(eq(earlier.invoiceId, registrations.invoiceId), eq(earlier.state, 'pending'), isEarlier),
            ),
        ),
      ),
    )
    .orderBy(registrations.waitingSince, registrations.id)
}

const firstItem = (reviewer: Reviewer, on: Database, except: string | null, where?: SQL) =>
  decidableOn(reviewer, on, and(except === null ? undefined : ne(registrations.invoiceId, except), where))

async function decidableOn(reviewer: Reviewer, on: Database, where: SQL | undefined) {
  const [found] = await on
    .select({ id: registrations.invoiceId })
    .from(registrations)
    .where(
      and(eq(registrations.state, 'pending'), notOwn(reviewer), notRefusedBy(reviewer, registrations), where),
    )
    .orderBy(registrations.waitingSince, registrations.id)
    .limit(1)
  return found?.id ?? null
}

/** Nobody has the membership 0, so that for staff without a membership of their own nothing is left out. */
const notOwn = (reviewer: Reviewer) => ne(registrations.memberId, reviewer.ownMemberId ?? 0)

/** Counted for each registration by itself: as `not exists` Postgres would gather all that this reviewer ever refused. */
function notRefusedBy(reviewer: Reviewer, registration: { id: AnyPgColumn; appealedAt: AnyPgColumn }) {
  return sql`(${registration.appealedAt} is null or (
    select count(*) from ${decisions}
     where ${decisions.registrationId} = ${registration.id}
       and ${decisions.outcome} = 'refused' and ${decisions.by} = ${reviewer.id}) = 0)`
}
