import type { Admin, Member } from '@/lib/actor'

/** `memberId`: the membership it concerns, also when somebody invited by address has joined since. */
export type Invited = { memberId: number | null }
export type Proposed = Invited & { invitedBy: string; inviterMemberId: number | null }

/** Nobody takes part in an invitation for the membership linked to their own account. */
export const canInvite = (admin: Admin, { memberId }: Invited) =>
  memberId === null || memberId !== admin.ownMemberId

/**
 * The second of two people decides: neither the account that invited, however many tabs it has, nor another account that is
 * linked to the same person.
 */
export const canApprove = (admin: Admin, invitation: Proposed) =>
  admin.id !== invitation.invitedBy &&
  (invitation.inviterMemberId === null || invitation.inviterMemberId !== admin.ownMemberId) &&
  canInvite(admin, invitation)

/** Only the invitee: the member, or the person with the address the mail went to. */
export const canAccept = (
  member: Member,
  invitation: { memberId: number | null; email: string | null },
  ownEmail: string,
) =>
  invitation.memberId === null
    ? invitation.email?.toLowerCase() === ownEmail.toLowerCase()
    : invitation.memberId === member.ownMemberId
