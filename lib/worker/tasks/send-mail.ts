import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { mails } from '@/db/schema'
import { findQueuedMail, type Recipient } from '@/lib/mail/queries'
import { compose } from '@/lib/worker/mails'
import type { Task, Work } from '../task'

/**
 * Sends a queued mail and marks it. A mail that is marked is not sent again. Between the mail server's yes and our mark there
 * is no transaction: whoever dies in that moment sends it once more, under the same Message-ID, which mail programs show once.
 */
export const sendMail: Task<'send-mail'> = async ({ mail: id }, work) => {
  const mail = await findQueuedMail(work.on, id)
  if (!mail) return
  try {
    await send(mail, work)
  } catch (fault) {
    if (work.lastTry) await mark(work.on, id, { state: 'failed' })
    throw fault
  }
}

async function send(mail: Recipient, { on, mailer, at }: Work) {
  const written = await compose(on, mail, at)
  if (!written) return mark(on, mail.id, { state: 'failed' })
  await mailer.send({ id: mail.id, to: mail.to, language: mail.language, ...written })
  await mark(on, mail.id, { state: 'sent', sentAt: at })
}

async function mark(on: Database, id: string, how: { state: 'failed' } | { state: 'sent'; sentAt: Date }) {
  await on
    .update(mails)
    .set(how)
    .where(and(eq(mails.id, id), eq(mails.state, 'queued')))
}
