import 'server-only'
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { factorResets } from '@/db/schema'
import type { Admin, Person } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { notifyOfFactorReset } from './tell'

/** The person concerned cancels with one click, with or without a factor: stopping is easy, carrying out is not. */
export async function cancelOwnFactorReset(person: Person, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    if (!(await cancel(tx, person, eq(factorResets.accountId, person.id), at))) throw new Refusal('resetOver')
  })
}

/** Any admin may cancel it, no matter who requested or confirmed it. */
export async function cancelFactorReset(admin: Admin, id: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    if (!(await cancel(tx, admin, eq(factorResets.id, id), at))) throw new Refusal('resetOver')
  })
}

/** Someone who shows a factor has not lost it, so normal use cancels a request that somebody else may have made. */
export const cancelFactorResetOnUse = (tx: Database, person: Pick<Person, 'id' | 'role'>, at: Date) =>
  cancel(tx, person, eq(factorResets.accountId, person.id), at)

async function cancel(tx: Database, person: Pick<Person, 'id' | 'role'>, condition: SQL, at: Date) {
  const [cancelled] = await tx
    .update(factorResets)
    .set({ cancelledBy: person.id, cancelledAt: at })
    .where(and(condition, isNull(factorResets.cancelledAt), isNull(factorResets.doneAt)))
    .returning({ id: factorResets.id, accountId: factorResets.accountId })
  if (!cancelled) return false
  await record(tx, person, 'factor-reset.cancelled', { subjectId: cancelled.accountId, at })
  await notifyOfFactorReset(tx, cancelled, 'cancelled')
  return true
}
