import 'server-only'
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { accounts, centres, confirmationPeople, confirmations } from '@/db/schema'
import type { Admin, Desk } from '@/lib/actor'
import { ledCentre } from '@/lib/centres/queries/lead'
import { berlinDate } from '@/lib/time'
import { confirmationState } from './rules'

export type ConfirmationPeople = NonNullable<Awaited<ReturnType<typeof findNewestList>>>['people']

/** Somebody on a list for whom an answer is still missing: they have not been disabled or moved meanwhile. */
export const hasOpenConfirmation = and(
  isNull(confirmationPeople.answer),
  eq(accounts.centreId, confirmations.centreId),
  isNull(accounts.disabledAt),
)

/** Returns the newest list of the centre that somebody leads; null for anyone who leads none. */
export async function confirmationOfLead(desk: Desk, at: Date, on: Database = db) {
  const centre = await ledCentre(desk, on)
  return centre && { ...centre, list: await findNewestList(centre.id, at, on) }
}

/** Returns the newest list of a centre, or null. */
export const confirmationOfCentre = (_admin: Admin, centreId: string, at: Date, on: Database = db) =>
  findNewestList(centreId, at, on)

/** Returns the state of the newest list of each of these centres, by the centre's id. */
export async function listConfirmationStates(
  _admin: Admin,
  centreIds: string[],
  at: Date,
  on: Database = db,
) {
  const lists = await on
    .selectDistinctOn([confirmations.centreId], { centreId: confirmations.centreId, ...listColumns })
    .from(confirmations)
    .where(inArray(confirmations.centreId, centreIds))
    .orderBy(asc(confirmations.centreId), desc(confirmations.quarter))
  return new Map(lists.map((list) => [list.centreId, { ...list, state: stateAt(list, at) }]))
}

/** Returns the number of centres where the newest list has been unanswered for four weeks. */
export async function countLateConfirmations(admin: Admin, at: Date, on: Database = db) {
  const all = await on.select({ id: centres.id }).from(centres)
  const ids = all.map(({ id }) => id)
  return [...(await listConfirmationStates(admin, ids, at, on)).values()].filter(
    ({ state }) => state === 'late',
  ).length
}

// Plain SQL: Drizzle omits the table's name when it selects from one table, so "id" in a subquery would be another table's.
const openCount = sql<number>`(select count(*)::int from confirmation_people p join accounts a on a.id = p.account_id
  where p.confirmation_id = confirmations.id and p.answer is null and a.centre_id = confirmations.centre_id and a.disabled_at is null)`

const listColumns = {
  quarter: confirmations.quarter,
  createdAt: confirmations.createdAt,
  remindedAt: confirmations.remindedAt,
  lateAt: confirmations.lateAt,
  all: sql<number>`(select count(*)::int from confirmation_people p where p.confirmation_id = confirmations.id)`,
  open: openCount,
}

const stateAt = ({ createdAt, open }: { createdAt: Date; open: number }, at: Date) =>
  confirmationState({ createdOn: berlinDate(createdAt), open }, berlinDate(at))

async function findNewestList(centreId: string, at: Date, on: Database) {
  const [list] = await on
    .select({ id: confirmations.id, ...listColumns })
    .from(confirmations)
    .where(eq(confirmations.centreId, centreId))
    .orderBy(desc(confirmations.quarter))
    .limit(1)
  return list ? { ...list, state: stateAt(list, at), people: await listPeople(list.id, on) } : null
}

/** People still waiting for an answer come first. */
function listPeople(confirmationId: string, on: Database) {
  const answerer = alias(accounts, 'answering')
  const waiting = sql<boolean>`coalesce(${hasOpenConfirmation}, false)`
  return on
    .select({
      id: confirmationPeople.id,
      accountId: accounts.id,
      email: accounts.email,
      lastSeenAt: accounts.lastSeenAt,
      answer: confirmationPeople.answer,
      answeredAt: confirmationPeople.answeredAt,
      answeredBy: answerer.email,
      waiting,
    })
    .from(confirmationPeople)
    .innerJoin(confirmations, eq(confirmations.id, confirmationPeople.confirmationId))
    .innerJoin(accounts, eq(accounts.id, confirmationPeople.accountId))
    .leftJoin(answerer, eq(answerer.id, confirmationPeople.answeredBy))
    .where(eq(confirmationPeople.confirmationId, confirmationId))
    .orderBy(desc(waiting), asc(accounts.email))
}
