import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, staffInvitations } from '@/db/schema'
import { brokenConstraint, Refusal, type RefusalReason } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { hashToken } from '@/lib/secrets'
import { type StaffInvitationState, staffInvitationState } from '../rules'
import { requireLegalBasis } from './lawful'

const SAYS: Record<Exclude<StaffInvitationState, 'open'>, RefusalReason> = {
  accepted: 'invitationUsed',
  revoked: 'invitationRevoked',
  expired: 'invitationExpired',
}

/**
 * Makes the account that an invitation is for; the link's token, which only its mailbox has, is the proof. Signing in by code
 * comes after it. Refuses a link that is used, revoked, too old or unknown, and a centre that lost its legal basis meanwhile.
 */
export const acceptStaffInvitation = (token: string, at: Date, on: Database = db) =>
  on.transaction((tx) => acceptStaffInvitationIn(tx, hashToken(token), at))

/** The same in the caller's transaction, for an invitation by the SHA-256 of its token. */
export async function acceptStaffInvitationIn(tx: Database, hash: string, at: Date) {
  const invitation = await lock(tx, hash)
  if (!invitation) throw new Refusal('invitationUnknown')
  const state = staffInvitationState(invitation, at)
  if (state !== 'open') throw new Refusal(SAYS[state])
  await requireLegalBasis(tx, invitation.centreId)
  const accountId = await makeAccount(tx, invitation, at)
  await tx
    .update(staffInvitations)
    .set({ acceptedAt: at, acceptedBy: accountId })
    .where(eq(staffInvitations.id, invitation.id))
  await record(tx, null, 'staff.joined', { subjectId: accountId, reason: invitation.role, at })
  const { email, language, role } = invitation
  return { accountId, email, language, role }
}

/** Whoever presses a second time waits for the first, and then reads that the link is used. */
async function lock(tx: Database, hash: string) {
  const [invitation] = await tx
    .select()
    .from(staffInvitations)
    .where(eq(staffInvitations.tokenHash, hash))
    .for('update')
  return invitation
}

async function makeAccount(tx: Database, invitation: typeof staffInvitations.$inferSelect, at: Date) {
  const { email, role, centreId, language } = invitation
  const [account] = await tx
    .insert(accounts)
    .values({ email, role, centreId, language, createdAt: at })
    .returning({ id: accounts.id })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'accounts_email') throw new Refusal('joinHasAccount')
      throw error
    })
  if (!account) throw new Error('The account was not made.')
  return account.id
}
