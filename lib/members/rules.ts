/** What an admin does to a membership, each with a reason. */
export const MEMBERSHIP_ACTS = ['name-corrected', 'suspended', 'lifted', 'ended'] as const
export type MembershipAct = (typeof MEMBERSHIP_ACTS)[number]
