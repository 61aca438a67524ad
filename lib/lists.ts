// Every enumeration, once, for the database, the input, the rules and the screens. Imports nothing.

export const ROLES = ['member', 'desk', 'reviewer', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const STAFF_ROLES = ['desk', 'reviewer', 'admin'] as const satisfies readonly Role[]
export type StaffRole = (typeof STAFF_ROLES)[number]

export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** The tier, as the privacy policy calls it; in ascending order, so that Postgres compares it as we do. */
export const STATUSES = ['red', 'silver', 'gold', 'platinum', 'black'] as const
export type Status = (typeof STATUSES)[number]

/** Why a status changed. */
export const STATUS_CHANGE_CAUSES = [
  'joined',
  'verified',
  'catalogue',
  'programme',
  'granted',
  'term-end',
] as const

/** Why a term began. */
export const TERM_CAUSES = ['joined', 'first-verification', 'renewal'] as const

/** What an admin does to a membership, each with a reason. */
export const MEMBERSHIP_ACTS = ['name-corrected', 'suspended', 'lifted', 'ended'] as const
export type MembershipAct = (typeof MEMBERSHIP_ACTS)[number]

export const BLACK_ANSWERS = ['accepted', 'refused'] as const

export const PRODUCT_KINDS = ['camera', 'lens'] as const
export type ProductKind = (typeof PRODUCT_KINDS)[number]

export const REGISTRATION_STATES = [
  'pending',
  'needs_attention',
  'verified',
  'refused',
  'withdrawn',
  'sold',
  'stolen',
  'replaced',
] as const
export type RegistrationState = (typeof REGISTRATION_STATES)[number]

/** What a reviewer answers to a registration that waits. */
export const REVIEW_OUTCOMES = [
  'verified',
  'needs_attention',
  'refused',
] as const satisfies readonly RegistrationState[]

/** What a member did about a registration. */
export const REGISTRATION_EVENTS = ['registered', 'file-sent', 'appealed', 'withdrawn'] as const

export const INVOICE_STATES = ['received', 'ready', 'unreadable'] as const

/** The kinds of file that an invoice may be. */
export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** What a reason is for: asking again, refusing, or ending what is verified. */
export const REASON_KINDS = ['ask', 'refuse', 'end'] as const
export type ReasonKind = (typeof REASON_KINDS)[number]

/** How a registration ends when its unit is someone else's. */
export const ENDINGS = ['sold', 'refused'] as const satisfies readonly RegistrationState[]

export const TEXT_KINDS = ['terms', 'privacy'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** The unit of a benefit's quantity; null when it has none. */
export const UNITS = ['per-term', 'working-days', 'per-cent'] as const
export type Unit = (typeof UNITS)[number]

export const MAIL_STATES = ['queued', 'sent', 'failed'] as const

/** What kind of reading is unusual; the thresholds are in lib/alerts/rules.ts. */
export const ALERT_KINDS = [
  'many-checks',
  'night',
  'two-countries',
  'many-misses',
  'centre-misses',
  'paused',
] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

export const CHECK_PURPOSES = ['card', 'service', 'misuse'] as const
export type CheckPurpose = (typeof CHECK_PURPOSES)[number]

/** What allows our members' data to be read at a service centre (GDPR, chapter V). Within the EEA nothing is transferred. */
export const BASES = ['eu', 'adequacy', 'clauses'] as const
export type Basis = (typeof BASES)[number]

/** The European Economic Area: the 27 of the European Union, and Iceland, Liechtenstein and Norway. */
export const EEA: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ')

/** The answer about a person on a quarter's list. */
export const CONFIRMATION_ANSWERS = ['confirmed', 'removed'] as const

/** A confirmation is requested, requested again, or late: then the administrators are notified. */
const CONFIRMATION_STAGES = ['asked', 'reminded', 'late'] as const
export type ConfirmationStage = (typeof CONFIRMATION_STAGES)[number]

/** What a WebAuthn ceremony is for: a new passkey, a second factor of somebody signed in, or signing in. */
export const CEREMONY_PURPOSES = ['enrol', 'show', 'sign-in'] as const

/** How far the reset of a lost factor has come. */
const FACTOR_RESET_STAGES = ['asked', 'confirmed', 'cancelled', 'done'] as const
export type FactorResetStage = (typeof FACTOR_RESET_STAGES)[number]

/** What happened to something that proves who somebody is. */
const FACTOR_CHANGES = ['app-added', 'app-removed', 'passkey-added', 'passkey-removed', 'sso-bound'] as const
export type FactorChange = (typeof FACTOR_CHANGES)[number]

/** Reading somebody's data: at the desk, in a review, in a record, in an exported list. Everything else in the log is an act. */
export const READ_ACTIONS = ['card.checked', 'invoice.read', 'list.exported', 'member.read'] as const
export type ReadAction = (typeof READ_ACTIONS)[number]
