import type { Template } from './template'
import { alert } from '@/lib/alerts/mails'
import { blackEnding, blackGranted, blackInvitation } from '@/lib/black/mails'
import { correctionDecided } from '@/lib/reviews/mails/correction-decided'
import { documentChanged } from '@/lib/texts/mails'
import { emailChangeNew, emailChangeOld } from '@/lib/profile/mails/email-change'
import { emailChanged } from '@/lib/profile/mails/email-changed'
import { factorChanged } from '@/lib/identity/mails/factor-changed'
import { factorReset } from '@/lib/identity/mails/factor-reset'
import { membershipChanged } from '@/lib/members/mails'
import { purchaseAsked } from '@/lib/reviews/mails/purchase-asked'
import { purchaseRefused } from '@/lib/reviews/mails/purchase-refused'
import { purchaseVerified } from '@/lib/reviews/mails/purchase-verified'
import { recoveryCodes } from '@/lib/identity/mails/recovery-codes'
import { registrationEnded } from '@/lib/reviews/mails/registration-ended'
import { rulesChanged } from '@/lib/status-rules/mails'
import { signIn } from '@/lib/identity/mails/sign-in'
import { staffInvitation } from '@/lib/staff/mails'
import { staffList } from '@/lib/confirmations/mails'
import { statusRisen } from '@/lib/memberships/mails'
import { welcome } from '@/lib/joining/mails'

/** Every mail that the portal writes. */
export const templates = {
  'sign-in': signIn,
  welcome,
  'purchase-verified': purchaseVerified,
  'purchase-asked': purchaseAsked,
  'purchase-refused': purchaseRefused,
  'registration-ended': registrationEnded,
  'email-change-old': emailChangeOld,
  'email-change-new': emailChangeNew,
  'email-changed': emailChanged,
  'correction-decided': correctionDecided,
  'factor-changed': factorChanged,
  'staff-invitation': staffInvitation,
  'membership-changed': membershipChanged,
  'factor-reset': factorReset,
  'recovery-codes': recoveryCodes,
  'document-changed': documentChanged,
  'black-invitation': blackInvitation,
  'black-granted': blackGranted,
  'black-ending': blackEnding,
  'rules-changed': rulesChanged,
  'status-risen': statusRisen,
  'staff-list': staffList,
  alert,
}

/** What each mail has to be told. */
export type MailFacts = {
  [K in keyof typeof templates]: (typeof templates)[K] extends Template<infer F> ? F : never
}
