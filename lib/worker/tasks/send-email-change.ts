import { randomUUID } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, emailChanges, members } from '@/db/schema'
import { emailChangePath } from '@/lib/addresses'
import { write } from '@/lib/mail/render'
import { emailChangeNew, emailChangeOld } from '@/lib/profile/mails/email-change'
import { createToken, hashToken } from '@/lib/secrets'
import type { Task, Work } from '../task'

type Change = NonNullable<Awaited<ReturnType<typeof findChange>>>

/**
 * Sends each of the two mailboxes its own link, and stores the SHA-256 of its token. A mailbox with a stored hash has had its
 * mail, so a second run sends only what is missing and never voids a link already sent.
 */
export const sendEmailChange: Task<'send-email-change'> = async ({ change: id }, work) => {
  const change = await findChange(work, id)
  if (!change) return
  if (!change.oldTokenHash) await sendOld(change, work)
  if (!change.newTokenHash) await sendNew(change, work)
}

async function findChange({ on, at }: Work, id: string) {
  const [change] = await on
    .select({
      id: emailChanges.id,
      oldEmail: accounts.email,
      newEmail: emailChanges.newEmail,
      oldTokenHash: emailChanges.oldTokenHash,
      newTokenHash: emailChanges.newTokenHash,
      expiresAt: emailChanges.expiresAt,
      language: accounts.language,
      firstName: members.firstName,
    })
    .from(emailChanges)
    .innerJoin(accounts, eq(accounts.id, emailChanges.accountId))
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(and(eq(emailChanges.id, id), gt(emailChanges.expiresAt, at)))
  return change
}

async function sendOld(change: Change, { on, mailer }: Work) {
  const { token, facts } = createLink(change)
  const firstName = change.firstName ?? undefined
  const rendered = await write(emailChangeOld, change.language, { ...facts, firstName })
  await mailer.send({ id: randomUUID(), to: change.oldEmail, language: change.language, ...rendered })
  await saveHash(on, change.id, { oldTokenHash: hashToken(token) })
}

async function sendNew(change: Change, { on, mailer }: Work) {
  const { token, facts } = createLink(change)
  const rendered = await write(emailChangeNew, change.language, facts)
  await mailer.send({ id: randomUUID(), to: change.newEmail, language: change.language, ...rendered })
  await saveHash(on, change.id, { newTokenHash: hashToken(token) })
}

function createLink({ newEmail, expiresAt }: Change) {
  const token = createToken()
  return { token, facts: { newEmail, expiresAt, path: emailChangePath(token) } }
}

async function saveHash(on: Database, id: string, hash: { oldTokenHash: string } | { newTokenHash: string }) {
  await on.update(emailChanges).set(hash).where(eq(emailChanges.id, id))
}
