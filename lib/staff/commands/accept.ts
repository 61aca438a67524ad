import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, staffInvitations } from '@/db/schema'
import { brokenConstraint, Refusal, type RefusalReason } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { hashToken } from '@/lib/secrets'
import { type StaffInvitationState, staffInvitationState } from '../rules'
import { requireLegalBasis } from './lawful-centre'

const REASONS: Record<Exclude<StaffInvitationState, 'open'>, RefusalReason> = {
  accepted: 'invitationUsed',
  revoked: 'invitationRevoked',
  expired: 'invitationExpired',
}

/**
 * Creates the account of an invitation; the link's token, which only its mailbox has, is the proof. Signing in by code follows.
 * Refuses a link that is used, revoked, expired or unknown, and a centre that lost its legal basis meanwhile.
 */
export const acceptStaffInvitation = (token: string, at: Date, on: Database = db) =>
  on.transaction((tx) => acceptStaffInvitationIn(tx, hashToken(token), at))

/** The same in the caller's transaction, for an invitation by the SHA-256 of its token. */
export async function acceptStaffInvitationIn(tx: Database, hash: string, at: Date) {
  const invitation = await lockInvitation(tx, hash)
  if (!invitation) throw new Refusal('invitationUnknown')
  const state = staffInvitationState(invitation, at)
  if (state !== 'open') throw new Refusal(REASONS[state])
  await requireLegalBasis(tx, invitation.centreId)
  const accountId = await createAccount(tx, invitation, at)
  await tx
    .update(staffInvitations)
    .set({ acceptedAt: at, acceptedBy: accountId })
    .where(eq(staffInvitations.id, invitation.id))
  await record(tx, null, 'staff.joined', { subjectId: accountId, reason: invitation.role, at })
  const { email, language, role } = invitation
  return { accountId, email, language, role }
}

/** A concurrent second click waits for the first, and is then refused as used. */
async function lockInvitation(tx: Database, hash: string) {
  const [invitation] = await tx
    .select()
    .from(staffInvitations)
    .where(eq(staffInvitations.tokenHash, hash))
    .for('update')
  return invitation
}

async function createAccount(tx: Database, invitation: typeof staffInvitations.$inferSelect, at: Date) {
  const { email, role, centreId, language } = invitation
  const [account] = await tx
    .insert(accounts)
    .values({ email, role, centreId, language, createdAt: at })
    .returning({ id: accounts.id })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'accounts_email') throw new Refusal('joinHasAccount')
      throw error
    })
  if (!account) throw new Error('The account was not created.')
  return account.id
}
