import { offsetOf, WORK_ROWS } from '@/lib/paging'
import 'server-only'
import { and, eq, gt, ne, notExists, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { decisions, members, memberships, registrations } from '@/db/schema'
import type { Reviewer } from '@/lib/actor'
import { COUNT_LIMIT } from '../rules'

export type WaitingItem = Awaited<ReturnType<typeof listWaiting>>[number]

/**
 * Returns a page of the queue, longest waiting first. An item is an invoice with pending registrations; one's own are excluded.
 * `decidable` is false when all of them are appeals against this reviewer's own refusals.
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

/** Returns how many items wait for this reviewer (`more` beyond the counting limit), and since when the oldest waits. */
export async function waitingSummary(reviewer: Reviewer, on: Database = db) {
  const first = firstOfItems(reviewer, on)
    .limit(COUNT_LIMIT + 1)
    .as('first')
  const [row] = await on
    .select({
      items: sql<number>`count(*)`.mapWith(Number),
      oldest: sql<Date | null>`min(${first.waitingSince})`.mapWith(registrations.waitingSince),
    })
    .from(first)
  const { items, oldest } = row ?? { items: 0, oldest: null }
  return { items: Math.min(items, COUNT_LIMIT), more: items > COUNT_LIMIT, oldest }
}

/**
 * Returns the item to continue with after `item` (null: none): the next one waiting since after `since` that this reviewer may
 * decide about, else the first; null when there is no other.
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

/** Whether something on this item still waits for a decision that this reviewer may make. */
export async function isWaiting(reviewer: Reviewer, item: string, on: Database = db) {
  return (await findDecidable(reviewer, on, eq(registrations.invoiceId, item))) !== null
}

/** Selects the longest waiting registration of each item, in queue order; scans the index of pending registrations. */
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
  findDecidable(reviewer, on, and(except === null ? undefined : ne(registrations.invoiceId, except), where))

async function findDecidable(reviewer: Reviewer, on: Database, where: SQL | undefined) {
  const [row] = await on
    .select({ id: registrations.invoiceId })
    .from(registrations)
    .where(
      and(eq(registrations.state, 'pending'), notOwn(reviewer), notRefusedBy(reviewer, registrations), where),
    )
    .orderBy(registrations.waitingSince, registrations.id)
    .limit(1)
  return row?.id ?? null
}

/** No member has the id 0, so nothing is excluded for staff without a membership of their own. */
const notOwn = (reviewer: Reviewer) => ne(registrations.memberId, reviewer.ownMemberId ?? 0)

/** Counted per registration: with `not exists` Postgres would first collect everything this reviewer ever refused. */
function notRefusedBy(reviewer: Reviewer, registration: { id: AnyPgColumn; appealedAt: AnyPgColumn }) {
  return sql`(${registration.appealedAt} is null or (
    select count(*) from ${decisions}
     where ${decisions.registrationId} = ${registration.id}
       and ${decisions.outcome} = 'refused' and ${decisions.by} = ${reviewer.id}) = 0)`
}
