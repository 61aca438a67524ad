import 'server-only'
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { accounts, centres, staffListPeople, staffLists } from '@/db/schema'
import type { Admin, Desk } from '@/lib/actor'
import { ledCentre } from '@/lib/centres/queries/lead'
import { berlinDate } from '@/lib/time'
import { confirmationState } from './rules'

export type ConfirmationPeople = NonNullable<Awaited<ReturnType<typeof newestList>>>['people']

/** Somebody on a list for whom an answer is still missing: they have not been disabled or moved meanwhile. */
export const hasOpenConfirmation = and(
  isNull(staffListPeople.answer),
  eq(accounts.centreId, staffLists.centreId),
  isNull(accounts.disabledAt),
)

/** The newest list of the centre that somebody leads; null for whoever leads none. */
export async function confirmationOfLead(desk: Desk, at: Date, on: Database = db) {
  const centre = await ledCentre(desk, on)
  return centre && { ...centre, list: await newestList(centre.id, at, on) }
}

/** The newest list of a centre, or null. */
export const confirmationOfCentre = (_admin: Admin, centreId: string, at: Date, on: Database = db) =>
  newestList(centreId, at, on)

/** How the newest list of each of these centres stands, by the centre's id. */
export async function listConfirmationStates(
  _admin: Admin,
  centreIds: string[],
  at: Date,
  on: Database = db,
) {
  const found = await on
    .selectDistinctOn([staffLists.centreId], { centreId: staffLists.centreId, ...counted })
    .from(staffLists)
    .where(inArray(staffLists.centreId, centreIds))
    .orderBy(asc(staffLists.centreId), desc(staffLists.quarter))
  return new Map(found.map((list) => [list.centreId, { ...list, state: stateAt(list, at) }]))
}

/** At how many centres nobody has answered the newest list for four weeks. */
export async function listLateConfirmations(admin: Admin, at: Date, on: Database = db) {
  const all = await on.select({ id: centres.id }).from(centres)
  const ids = all.map(({ id }) => id)
  return [...(await listConfirmationStates(admin, ids, at, on)).values()].filter(
    ({ state }) => state === 'late',
  ).length
}

// Drizzle leaves the table's name out where it selects from one table, and inside a subquery "id" is somebody else's.
const open = sql<number>`(select count(*)::int from staff_list_people p join accounts a on a.id = p.account_id
  where p.list_id = staff_lists.id and p.answer is null and a.centre_id = staff_lists.centre_id and a.disabled_at is null)`

const counted = {
  quarter: staffLists.quarter,
  createdAt: staffLists.createdAt,
  remindedAt: staffLists.remindedAt,
  lateAt: staffLists.lateAt,
  all: sql<number>`(select count(*)::int from staff_list_people p where p.list_id = staff_lists.id)`,
  open,
}

const stateAt = ({ createdAt, open }: { createdAt: Date; open: number }, at: Date) =>
  confirmationState({ madeOn: berlinDate(createdAt), open }, berlinDate(at))

async function newestList(centreId: string, at: Date, on: Database) {
  const [list] = await on
    .select({ id: staffLists.id, ...counted })
    .from(staffLists)
    .where(eq(staffLists.centreId, centreId))
    .orderBy(desc(staffLists.quarter))
    .limit(1)
  return list ? { ...list, state: stateAt(list, at), people: await peopleOn(list.id, on) } : null
}

/** Those who still wait for an answer come first. */
function peopleOn(listId: string, on: Database) {
  const answering = alias(accounts, 'answering')
  const waiting = sql<boolean>`coalesce(${hasOpenConfirmation}, false)`
  return on
    .select({
      id: staffListPeople.id,
      accountId: accounts.id,
      email: accounts.email,
      lastSeenAt: accounts.lastSeenAt,
      answer: staffListPeople.answer,
      answeredAt: staffListPeople.answeredAt,
      answeredBy: answering.email,
      waiting,
    })
    .from(staffListPeople)
    .innerJoin(staffLists, eq(staffLists.id, staffListPeople.listId))
    .innerJoin(accounts, eq(accounts.id, staffListPeople.accountId))
    .leftJoin(answering, eq(answering.id, staffListPeople.answeredBy))
    .where(eq(staffListPeople.listId, listId))
    .orderBy(desc(waiting), asc(accounts.email))
}
