import 'server-only'
import type { Database } from '@/db/client'
import { mails } from '@/db/schema'
import { listAdministrators } from '@/lib/administrators'
import { queueJob } from '@/lib/jobs/queue'
import type { ConfirmationStage, FactorChange, FactorResetStage } from '@/lib/lists'

type NoSubject = Record<never, never>

/** The subject of each mail, in ids. The worker reads the rest when it renders the mail; the account is the recipient. */
export type MailAbout = {
  welcome: NoSubject
  'purchase-verified': { decision: string }
  'purchase-asked': { decision: string }
  'purchase-refused': { decision: string }
  /** A verified registration that a reviewer ended (sold, mistake). */
  'registration-ended': { decision: string }
  'email-changed': NoSubject
  'correction-decided': { correction: string }
  /** What was changed, and when; `name`, since a removed passkey's name can no longer be read. */
  'factor-changed': { change: FactorChange; name?: string; at: string }
  /** What an admin did: a name corrected, a membership suspended, lifted, ended. */
  'membership-changed': { act: string }
  /** Somebody's lost factor, at one stage; `reset` is its row. */
  'factor-reset': { reset: string; stage: FactorResetStage }
  /** One was used, or ten new ones were created. */
  'recovery-codes': { what: 'used' | 'made' }
  'black-granted': NoSubject
  'black-ending': NoSubject
  /** A version of the rules that was published or withdrawn, to every admin. */
  'status-rules-changed': { version: string; act: 'published' | 'withdrawn' }
  'status-risen': NoSubject
  /** Unusual reads, to all admins. */
  alert: { alert: string }
  /** The people of a service centre are to be confirmed, once a quarter. */
  confirmation: { list: string; news: ConfirmationStage }
  /** A version of the policy or the terms that was published or withdrawn, to the other admins. */
  'text-changed': { text: string; act: 'published' | 'withdrawn' }
}

export type MailName = keyof MailAbout

/** Queues a mail to an account, in the caller's transaction. `about` contains ids, from which the worker renders the text. */
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

/** Queues a mail to every administrator who is not disabled, except the one who caused it. */
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
