/** Computed from the timestamps; `expired` also from the date. */
export const BLACK_STATES = [
  'waiting',
  'approved',
  'declined',
  'accepted',
  'refused',
  'revoked',
  'expired',
] as const
export type BlackState = (typeof BLACK_STATES)[number]

/** The state the database computes from the timestamps, and the last day on which the invitation can be answered. */
export type Dated = { state: string; validUntil: string }

const OPEN: readonly string[] = ['waiting', 'approved']

/** Returns the state on a day: an open invitation has expired once `validUntil` is over. */
export function blackStateOn({ state, validUntil }: Dated, today: string): BlackState {
  if (OPEN.includes(state) && validUntil < today) return 'expired'
  return state as BlackState
}

/** Whether somebody can still decide, answer or revoke on that day. */
export const isOpen = (invitation: Dated, today: string) => OPEN.includes(blackStateOn(invitation, today))
