import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { centres, staffInvitations } from '@/db/schema'
import { staffInvitationPath } from '@/lib/addresses'
import type { StaffRole } from '@/lib/lists'
import { write } from '@/lib/mail/render'
import { createToken, hashToken } from '@/lib/secrets'
import { staffInvitation } from '@/lib/staff/mails'
import type { Task, Work } from '../task'

/**
 * Creates the token of an invitation, sends the link and stores the SHA-256. An invitation with a stored hash has had its mail,
 * so a second run sends nothing. Resending changes the expiry, so an earlier job still running stores nothing.
 */
export const sendStaffInvitation: Task<'send-staff-invitation'> = async ({ invitation: id }, work) => {
  const invitation = await findWaiting(work, id)
  if (!invitation) return
  const { email, language, role, centre, expiresAt } = invitation
  const token = createToken()
  const rendered = await write(staffInvitation, language, {
    role,
    centre: centre ?? undefined,
    expiresAt,
    path: staffInvitationPath(token),
  })
  await work.mailer.send({ id: randomUUID(), to: email, language, ...rendered })
  await work.on
    .update(staffInvitations)
    .set({ tokenHash: hashToken(token) })
    .where(
      and(
        eq(staffInvitations.id, id),
        isNull(staffInvitations.tokenHash),
        eq(staffInvitations.expiresAt, expiresAt),
      ),
    )
}

async function findWaiting({ on, at }: Work, id: string) {
  const [invitation] = await on
    .select({
      email: staffInvitations.email,
      language: staffInvitations.language,
      role: sql<StaffRole>`${staffInvitations.role}`,
      centre: centres.name,
      expiresAt: staffInvitations.expiresAt,
    })
    .from(staffInvitations)
    .leftJoin(centres, eq(centres.id, staffInvitations.centreId))
    .where(
      and(
        eq(staffInvitations.id, id),
        isNull(staffInvitations.tokenHash),
        isNull(staffInvitations.acceptedAt),
        isNull(staffInvitations.revokedAt),
        gt(staffInvitations.expiresAt, at),
      ),
    )
  return invitation
}
