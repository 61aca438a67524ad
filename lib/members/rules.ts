/** The state of a membership on a day, as a list filter; `running` is every one that has not ended. */
export const MEMBERSHIP_STATES = ['running', 'valid', 'expired', 'suspended', 'ended'] as const
export type MembershipState = (typeof MEMBERSHIP_STATES)[number]
