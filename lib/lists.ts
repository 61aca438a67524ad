/** How far the reset of a lost factor has come. */
export const FACTOR_RESET_STAGES = ['asked', 'confirmed', 'cancelled', 'done'] as const
export type FactorResetStage = (typeof FACTOR_RESET_STAGES)[number]

/** A confirmation is asked for, asked for again, or is late: then the administrators are told. */
export const CONFIRMATION_STAGES = ['asked', 'reminded', 'late'] as const
export type ConfirmationStage = (typeof CONFIRMATION_STAGES)[number]

/** What happened to something that proves who somebody is. */
export const FACTOR_CHANGES = [
  'app-added',
  'app-removed',
  'passkey-added',
  'passkey-removed',
  'sso-bound',
] as const
export type FactorChange = (typeof FACTOR_CHANGES)[number]

/** Looking at somebody's data: at the desk, in a review, in a record, in a list that was exported. All else in the log is an act. */
export const READ_ACTIONS = ['card.checked', 'invoice.read', 'list.exported', 'member.read'] as const
export type ReadAction = (typeof READ_ACTIONS)[number]
