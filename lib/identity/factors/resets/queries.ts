import 'server-only'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db } from '@/db/client'
import { accounts, factorResets } from '@/db/schema'
import type { Admin, Person } from '@/lib/actor'
import { listAdministrators } from '@/lib/administrators'
import { dueAt, factorResetStage } from './rules'

/** At most so many open ones are listed; they are few, since each is somebody who can't work. */
const MOST = 100

const isOpen = () => and(isNull(factorResets.cancelledAt), isNull(factorResets.doneAt))
const person = alias(accounts, 'person')
const asker = alias(accounts, 'asker')
const confirmer = alias(accounts, 'confirmer')
const canceller = alias(accounts, 'canceller')

export type OwnFactorReset = NonNullable<Awaited<ReturnType<typeof findOwnFactorReset>>>
export type FactorReset = NonNullable<Awaited<ReturnType<typeof findFactorResetOf>>>

/** How somebody's own lost factor stands, while it is open: what they need to wait or to cancel. */
export async function findOwnFactorReset({ id }: Person, on: Database = db) {
  const [found] = await on
    .select({
      reset: factorResets.id,
      askedBy: factorResets.askedBy,
      askedAt: factorResets.askedAt,
      confirmedAt: factorResets.confirmedAt,
    })
    .from(factorResets)
    .where(and(eq(factorResets.accountId, id), isOpen()))
  if (!found) return null
  const { askedBy, ...rest } = found
  return { ...rest, dueAt: dueAt(rest), byThemselves: askedBy === id }
}

/** The last lost factor of somebody on the staff, for an admin, or null. */
export async function findFactorResetOf(_admin: Admin, accountId: string, on: Database = db) {
  const [found] = await read(on)
    .where(eq(factorResets.accountId, accountId))
    .orderBy(desc(factorResets.askedAt))
    .limit(1)
  return found ? asTold(found) : null
}

/** Those that wait for a second admin or for their day to be over, the oldest first. */
export async function listOpenFactorResets(_admin: Admin, on: Database = db) {
  const found = await read(on).where(isOpen()).orderBy(asc(factorResets.askedAt)).limit(MOST)
  return found.map(asTold)
}

/** One by its id, for the worker's mail and for the command that locks it; null for an id that is none. */
export async function findFactorReset(id: string, on: Database) {
  const [found] = await read(on).where(eq(factorResets.id, id))
  return found ? asTold(found) : null
}

const read = (on: Database) =>
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

function asTold({ accountId, email, memberId, askedBy, asker, askerMemberId, ...reset }: Row) {
  return {
    ...reset,
    stage: factorResetStage(reset),
    dueAt: dueAt(reset),
    person: { id: accountId, email, memberId },
    asker: { id: askedBy, email: asker, memberId: askerMemberId },
  }
}
type Row = Awaited<ReturnType<typeof read>>[number]

/** How many enabled admins there are besides these accounts: those who could confirm. */
export async function countOtherAdmins(ids: string[], on: Database = db) {
  const admins = await listAdministrators(on)
  return admins.filter((id) => !ids.includes(id)).length
}
