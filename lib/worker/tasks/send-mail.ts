import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { mails } from '@/db/schema'
import { findQueuedMail, type Recipient } from '@/lib/mail/queries'
import { compose } from '@/lib/worker/mails'
import type { Task, Work } from '../task'

/**
 * Sends a queued mail and marks it. A marked mail is not sent again. There is no transaction between the mail server's acceptance
 * and our mark: after a crash in between it is sent again, under the same Message-ID, which mail programs show once.
 */
export const sendMail: Task<'send-mail'> = async ({ mail: id }, work) => {
  const mail = await findQueuedMail(work.on, id)
  if (!mail) return
  try {
    await send(mail, work)
  } catch (error) {
    if (work.lastTry) await mark(work.on, id, { state: 'failed' })
    throw error
  }
}

async function send(mail: Recipient, { on, mailer, at }: Work) {
  const rendered = await compose(on, mail, at)
  if (!rendered) return mark(on, mail.id, { state: 'failed' })
  await mailer.send({ id: mail.id, to: mail.to, language: mail.language, ...rendered })
  await mark(on, mail.id, { state: 'sent', sentAt: at })
}

async function mark(
  on: Database,
  id: string,
  outcome: { state: 'failed' } | { state: 'sent'; sentAt: Date },
) {
  await on
    .update(mails)
    .set(outcome)
    .where(and(eq(mails.id, id), eq(mails.state, 'queued')))
}
