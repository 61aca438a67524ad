import 'server-only'
import type { Database } from '@/db/client'
import { alertMails } from '@/lib/alerts/mails'
import { blackMails } from '@/lib/black/mails'
import { confirmationMails } from '@/lib/confirmations/mails'
import { identityMails } from '@/lib/identity/mails/compose'
import { joiningMails } from '@/lib/joining/mails'
import type { Compose, Mails } from '@/lib/mail/mail'
import type { Recipient } from '@/lib/mail/queries'
import type { MailName } from '@/lib/mail/queue'
import { memberMails } from '@/lib/members/mails'
import { membershipMails } from '@/lib/memberships/mails'
import { profileMails } from '@/lib/profile/mails/compose'
import { reviewMails } from '@/lib/reviews/mails/compose'
import { statusRuleMails } from '@/lib/status-rules/mails'
import { textMails } from '@/lib/texts/mails'

/** Every mail that can be queued; a noun whose mail is missing here does not compile. */
export const mails: Mails<MailName> = {
  ...alertMails,
  ...blackMails,
  ...confirmationMails,
  ...identityMails,
  ...joiningMails,
  ...memberMails,
  ...membershipMails,
  ...profileMails,
  ...reviewMails,
  ...statusRuleMails,
  ...textMails,
}

/** Reads the subject of a queued mail, as it is at `at`, and renders it. Null when it is gone, or the name is unknown. */
export async function compose(on: Database, mail: Recipient, at: Date) {
  // `about` was typed by the mail's name when it was queued.
  const composeOne = mails[mail.name] as Compose<MailName> | undefined
  return composeOne ? composeOne(on, mail as Parameters<Compose<MailName>>[1], at) : null
}
