import { pgEnum } from 'drizzle-orm/pg-core'

export const role = pgEnum('role', ['member', 'desk', 'reviewer', 'admin'])
export const language = pgEnum('language', ['en', 'de'])
/** The tier, as the privacy policy calls it; in rising order, so that Postgres compares it as we do. */
export const status = pgEnum('status', ['red', 'silver', 'gold', 'platinum', 'black'])
export const productKind = pgEnum('product_kind', ['camera', 'lens'])
export const registrationState = pgEnum('registration_state', [
  'pending',
  'needs_attention',
  'verified',
  'refused',
  'withdrawn',
  'sold',
  'stolen',
  'replaced',
])
export const invoiceState = pgEnum('invoice_state', ['received', 'ready', 'unreadable'])
export const reasonKind = pgEnum('reason_kind', ['ask', 'refuse', 'end'])
export const documentKind = pgEnum('document_kind', ['privacy', 'terms'])
export const mailState = pgEnum('mail_state', ['queued', 'sent', 'failed'])
/** What kind of reading is out of the ordinary; the rules are in lib/alerts/rules.ts. */
export const alertKind = pgEnum('alert_kind', [
  'many-checks',
  'night',
  'two-countries',
  'many-misses',
  'centre-misses',
  'paused',
])
export const checkPurpose = pgEnum('check_purpose', ['card', 'service', 'misuse'])
/** What was said of somebody on a quarter's list. */
export const confirmationAnswer = pgEnum('confirmation_answer', ['confirmed', 'removed'])
/** What allows a transfer of personal data to a service centre (GDPR, chapter V); within the EEA there is none. */
export const legalBasis = pgEnum('legal_basis', ['eu', 'adequacy', 'clauses'])
/** What a WebAuthn ceremony is for: a new passkey, a second factor of somebody signed in, or signing in. */
export const ceremonyPurpose = pgEnum('ceremony_purpose', ['enrol', 'show', 'sign-in'])
