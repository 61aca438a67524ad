import 'server-only'
import { and, eq, isNotNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { authenticators, recoveryCodes } from '@/db/schema'
import type { Actor, Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { lockAccount } from '../../commands/lock'
import { mayRemove } from '../../policy'
import { factorsOf } from '../../queries'

/** Removes one's own app. Refuses the last factor; recovery codes do not count as one, they only stand in for one. */
export async function removeApp(actor: Actor, at: Date, on: Database = db) {
  requireFreshFactor(actor, at)
  await on.transaction(async (tx) => {
    await lockAccount(tx, actor)
    const [removed] = await tx
      .delete(authenticators)
      .where(and(eq(authenticators.accountId, actor.id), isNotNull(authenticators.confirmedAt)))
      .returning({ id: authenticators.id })
    if (!removed) throw new Refusal('alreadyDone')
    if (!mayRemove(actor, await factorsOf(actor, tx))) throw new Refusal('lastFactor')
    await recordRemoval(tx, actor, actor, at)
  })
}

/**
 * Removes app and recovery codes when somebody, whose account the caller has locked, becomes an admin. Passkeys stay, and anyone
 * who had an app needs one: otherwise a code from the mailbox would be enough to create the new admin's first factor.
 */
export async function removeAppOfNewAdmin(tx: Database, admin: Admin, account: { id: string }, at: Date) {
  const { passkeys, app, sso } = await factorsOf(account, tx)
  if (app && passkeys.length === 0 && !sso) throw new Refusal('adminNeedsPasskey')
  await tx.delete(authenticators).where(eq(authenticators.accountId, account.id))
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, account.id))
  if (app) await recordRemoval(tx, admin, account, at)
}

async function recordRemoval(tx: Database, by: Actor, account: { id: string }, at: Date) {
  await record(tx, by, 'factor.app-removed', { subjectId: account.id, at })
  await queueMail(tx, 'factor-changed', account.id, { change: 'app-removed', at: at.toISOString() })
}
