import 'server-only'
import type { Database } from '@/db/client'
import { mails } from '@/db/schema'
import { queueJob } from '@/lib/jobs/queue'

export type Template =
  | 'welcome'
  | 'purchase-verified'
  | 'purchase-asked'
  | 'purchase-refused'
  | 'registration-ended'
  | 'email-changed'
  | 'correction-decided'

/** Queues a mail to an account, in the caller's transaction. `about` holds ids; the worker writes the text from them. */
export async function queueMail(tx: Database, template: Template, accountId: string, about: Record<string, string> = {}) {
  const [mail] = await tx.insert(mails).values({ template, accountId, about }).returning({ id: mails.id })
  if (mail) await queueJob(tx, 'send-mail', { mail: mail.id })
}
