import 'server-only'
import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, staffInvitations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { queueJob } from '@/lib/jobs/queue'
import { record } from '@/lib/log/record'
import type { StaffInvitation } from '../input'
import { INVITATION_LIFE } from '../rules'
import { requireLegalBasis } from './lawful-centre'

const expiryFrom = (at: Date) => new Date(at.getTime() + INVITATION_LIFE)
const isOpen = () => and(isNull(staffInvitations.acceptedAt), isNull(staffInvitations.revokedAt))

/**
 * Invites an address to the staff. The worker creates the token of the link and sends it, so nobody here ever knows it. Refuses
 * an address with an account, one that is invited already, and a service centre without a legal basis.
 */
export async function inviteStaff(admin: Admin, input: StaffInvitation, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  const { email, role, centre, language } = input
  return on.transaction(async (tx) => {
    await refuseExistingAccount(tx, email)
    await requireLegalBasis(tx, centre)
    await revokeExpired(tx, admin, email, at)
    const [created] = await tx
      .insert(staffInvitations)
      .values({
        email,
        role,
        centreId: centre,
        language,
        invitedBy: admin.id,
        createdAt: at,
        expiresAt: expiryFrom(at),
      })
      .returning({ id: staffInvitations.id })
      .catch(refuseOpen)
    if (!created) throw new Error('The invitation was not created.')
    await record(tx, admin, 'staff.invited', { subjectId: created.id, reason: role, at })
    await queueJob(tx, 'send-staff-invitation', { invitation: created.id })
    return created.id
  })
}

/** Sends an invitation again, for another 72 hours; the previous link no longer works. */
export async function resendStaffInvitation(admin: Admin, id: string, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    const [resent] = await tx
      .update(staffInvitations)
      .set({ tokenHash: null, expiresAt: expiryFrom(at) })
      .where(and(eq(staffInvitations.id, id), isOpen()))
      .returning({ centreId: staffInvitations.centreId, email: staffInvitations.email })
    if (!resent) throw new Refusal('invitationOver')
    await refuseExistingAccount(tx, resent.email)
    await requireLegalBasis(tx, resent.centreId)
    await record(tx, admin, 'staff.invited-again', { subjectId: id, at })
    await queueJob(tx, 'send-staff-invitation', { invitation: id })
  })
}

/** Revokes an invitation; its link shows that from then on. */
export async function revokeStaffInvitation(admin: Admin, id: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const [revoked] = await tx
      .update(staffInvitations)
      .set({ revokedAt: at, revokedBy: admin.id })
      .where(and(eq(staffInvitations.id, id), isOpen()))
      .returning({ id: staffInvitations.id })
    if (!revoked) throw new Refusal('invitationOver')
    await record(tx, admin, 'staff.invitation-revoked', { subjectId: id, at })
  })
}

async function refuseExistingAccount(tx: Database, email: string) {
  const [existing] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(sql`lower(${accounts.email})`, email))
  if (existing) throw new Refusal('inviteHasAccount', 'email')
}

/** Revokes an expired invitation, so that it does not block a new one. */
async function revokeExpired(tx: Database, admin: Admin, email: string, at: Date) {
  await tx
    .update(staffInvitations)
    .set({ revokedAt: at, revokedBy: admin.id })
    .where(
      and(eq(sql`lower(${staffInvitations.email})`, email), isOpen(), lte(staffInvitations.expiresAt, at)),
    )
}

function refuseOpen(error: unknown): never {
  if (brokenConstraint(error) === 'staff_invitations_open') throw new Refusal('alreadyInvited', 'email')
  throw error
}
