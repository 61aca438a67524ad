import { pgEnum } from 'drizzle-orm/pg-core'
import {
  ALERT_KINDS,
  BASES,
  CEREMONY_PURPOSES,
  CHECK_PURPOSES,
  CONFIRMATION_ANSWERS,
  INVOICE_STATES,
  LANGUAGES,
  MAIL_STATES,
  PRODUCT_KINDS,
  REASON_KINDS,
  REGISTRATION_STATES,
  ROLES,
  STATUSES,
  TEXT_KINDS,
} from '../../lib/lists'

export const role = pgEnum('role', ROLES)
export const language = pgEnum('language', LANGUAGES)
export const status = pgEnum('status', STATUSES)
export const productKind = pgEnum('product_kind', PRODUCT_KINDS)
export const registrationState = pgEnum('registration_state', REGISTRATION_STATES)
export const invoiceState = pgEnum('invoice_state', INVOICE_STATES)
export const reasonKind = pgEnum('reason_kind', REASON_KINDS)
export const textKind = pgEnum('text_kind', TEXT_KINDS)
export const mailState = pgEnum('mail_state', MAIL_STATES)
export const alertKind = pgEnum('alert_kind', ALERT_KINDS)
export const checkPurpose = pgEnum('check_purpose', CHECK_PURPOSES)
export const confirmationAnswer = pgEnum('confirmation_answer', CONFIRMATION_ANSWERS)
export const legalBasis = pgEnum('legal_basis', BASES)
export const ceremonyPurpose = pgEnum('ceremony_purpose', CEREMONY_PURPOSES)
