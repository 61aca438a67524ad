import type { Template } from './template'
import { alert } from './templates/alert'
import { blackEnding, blackGranted, blackInvitation } from './templates/black'
import { correctionDecided } from './templates/correction-decided'
import { documentChanged } from './templates/document-changed'
import { emailChangeNew, emailChangeOld } from './templates/email-change'
import { emailChanged } from './templates/email-changed'
import { factorChanged } from './templates/factor-changed'
import { factorReset } from './templates/factor-reset'
import { membershipChanged } from './templates/membership-changed'
import { purchaseAsked } from './templates/purchase-asked'
import { purchaseRefused } from './templates/purchase-refused'
import { purchaseVerified } from './templates/purchase-verified'
import { recoveryCodes } from './templates/recovery-codes'
import { registrationEnded } from './templates/registration-ended'
import { rulesChanged } from './templates/rules-changed'
import { signIn } from './templates/sign-in'
import { staffInvitation } from './templates/staff-invitation'
import { staffList } from './templates/staff-list'
import { statusRisen } from './templates/status-risen'
import { welcome } from './templates/welcome'

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
