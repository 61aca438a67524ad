import 'server-only'
import { and, eq, isNull, lte } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  accounts,
  authenticators,
  factorResets,
  identities,
  passkeys,
  recoveryCodes,
  sessions,
} from '@/db/schema'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { FACTOR_RESET_DELAY } from '../rules'
import { notifyOfFactorReset } from './tell'

/**
 * A day after a second person confirmed, and nobody cancelled: removes all factors of the person, the binding to single sign-on
 * among them, and ends their sessions, so that they enrol again; for the worker. Each is a transaction of its own whose guard lets it happen once. Returns the accounts.
 */
export async function carryOutFactorResets(at: Date, on: Database): Promise<string[]> {
  const due = await on
    .select({ id: factorResets.id, accountId: factorResets.accountId })
    .from(factorResets)
    .where(isDue(at))
  const done: string[] = []
  for (const reset of due)
    if (await on.transaction((tx) => carryOut(tx, reset, at)).catch(stopped)) done.push(reset.accountId)
  return done
}

const isDue = (at: Date) =>
  and(
    isNull(factorResets.cancelledAt),
    isNull(factorResets.doneAt),
    lte(factorResets.confirmedAt, new Date(at.getTime() - FACTOR_RESET_DELAY)),
  )

type Due = { id: string; accountId: string }

/**
 * Takes everything in the order in which showing and enrolling a factor take it, so that nobody waits for each other in a circle.
 * The guard comes last: whoever cancelled until then, by a press or by showing a factor, keeps all of it.
 */
async function carryOut(tx: Database, reset: Due, at: Date) {
  await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, reset.accountId)).for('update')
  for (const table of [authenticators, recoveryCodes, passkeys, identities, sessions])
    await tx.delete(table).where(eq(table.accountId, reset.accountId))
  const [done] = await tx
    .update(factorResets)
    .set({ doneAt: at })
    .where(and(eq(factorResets.id, reset.id), isDue(at)))
    .returning({ id: factorResets.id })
  if (!done) throw new Refusal('resetOver')
  await record(tx, null, 'factor-reset.done', { subjectId: reset.accountId, at })
  await notifyOfFactorReset(tx, reset, 'done')
  return true
}

/** Cancelled, or done by another worker, in this very moment: everything stays as it is then. */
function stopped(reason: unknown) {
  if (reason instanceof Refusal) return false
  throw reason
}
