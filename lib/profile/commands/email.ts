import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, emailChanges } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { queueJob } from '@/lib/jobs/queue'
import { consume } from '@/lib/limits'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { findEmailChange } from '../queries'

const DAY = 24 * 60 * 60 * 1000

/**
 * Starts a change of address: a link goes to the old mailbox and one to the new, both valid for a day. Does not reveal whether
 * the new address is taken, so that nobody can probe which addresses we know.
 */
export async function requestEmailChange(member: Member, newEmail: string, at: Date, on: Database = db) {
  await consume('email-change', member.id)
  await on.transaction(async (tx) => {
    const [account] = await tx
      .select({ email: accounts.email })
      .from(accounts)
      .where(eq(accounts.id, member.id))
    if (account?.email === newEmail) throw new Refusal('sameAddress', 'email')
    await tx.delete(emailChanges).where(eq(emailChanges.accountId, member.id))
    const [change] = await tx
      .insert(emailChanges)
      .values({ accountId: member.id, newEmail, createdAt: at, expiresAt: new Date(at.getTime() + DAY) })
      .returning({ id: emailChanges.id })
    if (change) await queueJob(tx, 'send-email-change', { change: change.id })
    await record(tx, member, 'email.change-requested', {
      memberId: member.ownMemberId,
      subjectId: change?.id,
      at,
    })
  })
}

/**
 * Confirms from one mailbox, which the token proves; the second confirmation changes the address. Returns 'waiting' for the other
 * mailbox, or 'changed'.
 */
export async function confirmEmailChange(token: string, at: Date, on: Database = db) {
  return on.transaction(async (tx) => {
    const request = await findEmailChange(token, at, tx)
    if (!request) throw new Refusal('linkExpired')
    const confirmedAt = request.box === 'old' ? request.oldConfirmedAt : request.newConfirmedAt
    if (confirmedAt) return 'waiting' as const
    const confirmation = request.box === 'old' ? { oldConfirmedAt: at } : { newConfirmedAt: at }
    const [change] = await tx
      .update(emailChanges)
      .set(confirmation)
      .where(eq(emailChanges.id, request.id))
      .returning()
    if (!change) throw new Refusal('linkExpired')
    await record(tx, null, 'email.change-confirmed', { subjectId: change.id, reason: request.box, at })
    if (!change.oldConfirmedAt || !change.newConfirmedAt) return 'waiting' as const
    await changeEmail(tx, change, at)
    return 'changed' as const
  })
}

async function changeEmail(tx: Database, change: typeof emailChanges.$inferSelect, at: Date) {
  await tx
    .update(accounts)
    .set({ email: change.newEmail })
    .where(eq(accounts.id, change.accountId))
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'accounts_email') throw new Refusal('addressTaken')
      throw error
    })
  await tx.delete(emailChanges).where(eq(emailChanges.id, change.id))
  await record(tx, null, 'email.changed', { subjectId: change.accountId, at })
  await queueMail(tx, 'email-changed', change.accountId)
}
