import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { authenticators } from '@/db/schema'
import type { Person } from '@/lib/actor'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { markFactorVerified } from '@/lib/identity/commands/factor'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { lockAccount } from '../../commands/lock'
import { mayChangeFactors, mayUseApp } from '../../policy'
import { factorsOf } from '../../queries'
import { findPendingApp } from '../queries'
import { SECRET_BYTES, stepOfCode } from '../rules'
import { seal } from '../seal'
import { countTry } from './tries'

/** Creates a secret that waits for its first code, and discards one that waited before. An app in use stays until then. */
export async function beginAppEnrolment(person: Person, at: Date, on: Database = db) {
  const { id, role } = person
  await on.transaction(async (tx) => {
    await requireMayAdd(tx, person, at)
    await tx
      .delete(authenticators)
      .where(and(eq(authenticators.accountId, id), isNull(authenticators.confirmedAt)))
    const secret = seal(env().AUTH_SECRET, id, randomBytes(SECRET_BYTES))
    await tx.insert(authenticators).values({ accountId: id, role, secret, createdAt: at })
    await record(tx, person, 'factor.app-begun', { subjectId: id, at })
  })
}

/**
 * Checks the first code of the waiting secret: the app is in use from now on, replacing a previous one, and this session has
 * shown a factor. Returns the session's new token, if it gets one.
 */
export async function confirmAppEnrolment(person: Person, code: string, at: Date, on: Database = db) {
  await countTry(person)
  return on.transaction(async (tx) => {
    await requireMayAdd(tx, person, at)
    const waiting = await findPendingApp(person, at, tx)
    if (!waiting) throw new Refusal('appNotWaiting')
    const step = stepOfCode(waiting.secret, code, at)
    if (step === null) throw new Refusal('appCodeWrong', 'code')
    await activateApp(tx, person, waiting.id, step, at)
    await record(tx, person, 'factor.app-added', { subjectId: person.id, at })
    await queueMail(tx, 'factor-changed', person.id, { change: 'app-added', at: at.toISOString() })
    return markFactorVerified(tx, person, at)
  })
}

/** Changes to this account's factors are serialised, so that "there is none yet" still holds when the first is written. */
async function requireMayAdd(tx: Database, person: Person, at: Date) {
  if (!mayUseApp(person.role)) throw new Refusal('appNotForAdmins')
  await lockAccount(tx, person)
  if (!mayChangeFactors(person, await factorsOf(person, tx), at)) throw new Refusal('stepUp')
}

async function activateApp(tx: Database, { id: accountId }: Person, id: string, step: number, at: Date) {
  await tx
    .delete(authenticators)
    .where(and(eq(authenticators.accountId, accountId), isNotNull(authenticators.confirmedAt)))
  await tx
    .update(authenticators)
    .set({ confirmedAt: at, lastStep: step })
    .where(and(eq(authenticators.id, id), isNull(authenticators.confirmedAt)))
}
