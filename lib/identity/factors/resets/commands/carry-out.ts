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
 * A day after a second person confirmed and nobody cancelled, removes all factors of the person, including the binding to single
 * sign-on, and ends their sessions, so that they enrol again; for the worker. Each has its own transaction, whose guard makes it
 * happen once. Returns the account ids.
 */
export async function carryOutFactorResets(at: Date, on: Database): Promise<string[]> {
  const due = await on
    .select({ id: factorResets.id, accountId: factorResets.accountId })
    .from(factorResets)
    .where(isDue(at))
  const done: string[] = []
  for (const reset of due)
    if (await on.transaction((tx) => carryOut(tx, reset, at)).catch(ignoreRefusal)) done.push(reset.accountId)
  return done
}

const isDue = (at: Date) =>
  and(
    isNull(factorResets.cancelledAt),
    isNull(factorResets.doneAt),
    lte(factorResets.confirmedAt, new Date(at.getTime() - FACTOR_RESET_DELAY)),
  )

type DueReset = { id: string; accountId: string }

/**
 * Locks in the same order as showing and enrolling a factor, to avoid deadlocks. The guard comes last: a cancellation until then,
 * by a click or by showing a factor, keeps everything.
 */
async function carryOut(tx: Database, reset: DueReset, at: Date) {
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

/** Cancelled, or done by another worker, at the same moment: nothing changes. */
function ignoreRefusal(reason: unknown) {
  if (reason instanceof Refusal) return false
  throw reason
}
