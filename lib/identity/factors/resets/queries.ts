import 'server-only'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { accounts, factorResets } from '@/db/schema'
import type { Admin, Person } from '@/lib/actor'
import { listAdministrators } from '@/lib/administrators'
import { dueAt, factorResetStage } from './rules'

/** How many open requests are listed at most; they are few, since each is somebody who can't work. */
const MAX_LISTED = 100

const isOpen = () => and(isNull(factorResets.cancelledAt), isNull(factorResets.doneAt))
const person = alias(accounts, 'person')
const asker = alias(accounts, 'asker')
const confirmer = alias(accounts, 'confirmer')
const canceller = alias(accounts, 'canceller')

export type OwnFactorReset = NonNullable<Awaited<ReturnType<typeof findOwnFactorReset>>>
export type FactorReset = NonNullable<Awaited<ReturnType<typeof findFactorResetOf>>>

/** Returns somebody's own open request, with what they need to wait or to cancel, or null. */
export async function findOwnFactorReset({ id }: Person, on: Database = db) {
  const [row] = await on
    .select({
      reset: factorResets.id,
      askedBy: factorResets.askedBy,
      askedAt: factorResets.askedAt,
      confirmedAt: factorResets.confirmedAt,
    })
    .from(factorResets)
    .where(and(eq(factorResets.accountId, id), isOpen()))
  if (!row) return null
  const { askedBy, ...rest } = row
  return { ...rest, dueAt: dueAt(rest), byThemselves: askedBy === id }
}

/** Returns the latest request of somebody on the staff, for an admin, or null. */
export async function findFactorResetOf(_admin: Admin, accountId: string, on: Database = db) {
  const [row] = await selectResets(on)
    .where(eq(factorResets.accountId, accountId))
    .orderBy(desc(factorResets.askedAt))
    .limit(1)
  return row ? toFactorReset(row) : null
}

/** Returns the requests that wait for a second admin or for the end of the delay, oldest first. */
export async function listOpenFactorResets(_admin: Admin, on: Database = db) {
  const row = await selectResets(on).where(isOpen()).orderBy(asc(factorResets.askedAt)).limit(MAX_LISTED)
  return row.map(toFactorReset)
}

/** Returns one request by its id, for the worker's mail and for the command that locks it, or null. */
export async function findFactorReset(id: string, on: Database) {
  const [row] = await selectResets(on).where(eq(factorResets.id, id))
  return row ? toFactorReset(row) : null
}

const selectResets = (on: Database) =>
  on
    .select({
      id: factorResets.id,
      reason: factorResets.reason,
      askedAt: factorResets.askedAt,
      confirmedAt: factorResets.confirmedAt,
      cancelledAt: factorResets.cancelledAt,
      doneAt: factorResets.doneAt,
      accountId: factorResets.accountId,
      email: person.email,
      memberId: person.ownMemberId,
      askedBy: factorResets.askedBy,
      asker: asker.email,
      askerMemberId: asker.ownMemberId,
      confirmer: confirmer.email,
      canceller: canceller.email,
    })
    .from(factorResets)
    .innerJoin(person, eq(person.id, factorResets.accountId))
    .innerJoin(asker, eq(asker.id, factorResets.askedBy))
    .leftJoin(confirmer, eq(confirmer.id, factorResets.confirmedBy))
    .leftJoin(canceller, eq(canceller.id, factorResets.cancelledBy))
    .$dynamic()

function toFactorReset({ accountId, email, memberId, askedBy, asker, askerMemberId, ...reset }: Row) {
  return {
    ...reset,
    stage: factorResetStage(reset),
    dueAt: dueAt(reset),
    person: { id: accountId, email, memberId },
    asker: { id: askedBy, email: asker, memberId: askerMemberId },
  }
}
type Row = Awaited<ReturnType<typeof selectResets>>[number]

/** Returns how many other enabled admins there are, who could confirm. */
export async function countOtherAdmins(ids: string[], on: Database = db) {
  const admins = await listAdministrators(on)
  return admins.filter((id) => !ids.includes(id)).length
}
