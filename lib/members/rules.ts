/** How a membership stands on a day, as a list asks for it; `running` is every one that has not ended. */
export const MEMBERSHIP_STATES = ['running', 'valid', 'expired', 'suspended', 'ended'] as const
export type MembershipState = (typeof MEMBERSHIP_STATES)[number]
