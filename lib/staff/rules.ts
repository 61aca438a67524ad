const HOUR = 60 * 60_000

/** How long the link of an invitation works, in milliseconds. */
export const INVITATION_LIFE = 72 * HOUR

/** After this long without use a staff account is disabled, in milliseconds. */
export const UNUSED_LIFE = 60 * 24 * HOUR

export type StaffInvitationState = 'open' | 'expired' | 'accepted' | 'revoked'
type Dates = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }

/** Returns the state of an invitation at `at`; acceptance and revocation take precedence over expiry. */
export function staffInvitationState(
  { acceptedAt, revokedAt, expiresAt }: Dates,
  at: Date,
): StaffInvitationState {
  if (acceptedAt) return 'accepted'
  if (revokedAt) return 'revoked'
  return expiresAt <= at ? 'expired' : 'open'
}
