import 'server-only'
import type { Database } from '@/db/client'
import { mails } from '@/db/schema'
import { listAdministrators } from '@/lib/administrators'
import { queueJob } from '@/lib/jobs/queue'
import type { ConfirmationStage, FactorChange, FactorResetStage } from '@/lib/lists'

type Nothing = Record<never, never>

/** What each mail is about, in ids. The worker reads the rest when it writes the mail; the account says who gets it. */
export type MailAbout = {
  welcome: Nothing
  'purchase-verified': { decision: string }
  'purchase-asked': { decision: string }
  'purchase-refused': { decision: string }
  /** A verified registration that a reviewer ended (sold, mistake). */
  'registration-ended': { decision: string }
  'email-changed': Nothing
  'correction-decided': { correction: string }
  /** What was changed, and when; `name`, since a passkey that was removed can no longer be asked for it. */
  'factor-changed': { change: FactorChange; name?: string; at: string }
  /** What an admin did: a name corrected, a membership suspended, lifted, ended. */
  'membership-changed': { act: string }
  /** Somebody's lost factor, at the stage the mail tells of; `reset` is its row. */
  'factor-reset': { reset: string; stage: FactorResetStage }
  /** One was used up, or ten new ones were made. */
  'recovery-codes': { what: 'used' | 'made' }
  'black-granted': Nothing
  'black-ending': Nothing
  /** A version of the rules that was published or withdrawn, to every admin. */
  'status-rules-changed': { version: string; act: 'published' | 'withdrawn' }
  'status-risen': Nothing
  /** Reading that is unusual, to all admins. */
  alert: { alert: string }
  /** The people of a service centre are to be confirmed, once a quarter. */
  confirmation: { list: string; news: ConfirmationStage }
  /** A version of the policy or the terms that was published or withdrawn, to the other admins. */
  'text-changed': { text: string; act: 'published' | 'withdrawn' }
}

export type MailName = keyof MailAbout

/** Queues a mail to an account, in the caller's transaction. `about` holds ids; the worker writes the text from them. */
export async function queueMail<T extends MailName>(
  tx: Database,
  template: T,
  accountId: string,
  ...[about]: keyof MailAbout[T] extends never ? [] : [about: MailAbout[T]]
) {
  const [mail] = await tx
    .insert(mails)
    .values({ template, accountId, about: about ?? {} })
    .returning({ id: mails.id })
  if (mail) await queueJob(tx, 'send-mail', { mail: mail.id })
}

/** Queues a mail to every administrator who is not disabled, but not to the one who did what it tells of. */
export async function queueMailToAdmins<T extends MailName>(
  tx: Database,
  template: T,
  about: MailAbout[T],
  except?: { id: string },
) {
  const queue = queueMail as (
    tx: Database,
    template: T,
    accountId: string,
    about: MailAbout[T],
  ) => Promise<void>
  for (const id of await listAdministrators(tx)) if (id !== except?.id) await queue(tx, template, id, about)
}
