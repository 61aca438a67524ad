import 'server-only'
import { and, eq, gte, inArray } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { blackInvitations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { queueJob } from '@/lib/jobs/queue'
import { record } from '@/lib/log/record'
import { berlinDate } from '@/lib/time'
import type { BlackDecision } from '../input'
import { canApprove } from '../policy'
import { findBlackInvitation } from '../queries'

/** Approves and sends the mail, or declines with a reason. Refuses the inviter and the invitee. */
export async function decideBlackInvitation(admin: Admin, input: BlackDecision, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  const approve = input.decision === 'approve'
  await on.transaction(async (tx) => {
    const invitation = await findBlackInvitation(admin, input.id, at, tx)
    if (!invitation) throw new Refusal('notFound')
    if (!canApprove(admin, invitation)) throw new Refusal('blackOwnDecision')
    const stamps = approve
      ? { approvedBy: admin.id, approvedAt: at }
      : { declinedBy: admin.id, declinedAt: at, declinedReason: input.reason }
    const [decided] = await tx
      .update(blackInvitations)
      .set(stamps)
      .where(isInState(input.id, ['waiting'], at))
      .returning({ id: blackInvitations.id })
    if (!decided) throw new Refusal('blackOver')
    const memberId = invitation.memberId ?? undefined
    await record(tx, admin, approve ? 'black.approved' : 'black.declined', {
      memberId,
      subjectId: input.id,
      at,
    })
    if (approve) await queueJob(tx, 'send-black-invitation', { invitation: input.id })
  })
}

/** Revokes an invitation before it is answered; any admin may, including the one who invited. */
export async function revokeBlackInvitation(admin: Admin, id: string, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    const invitation = await findBlackInvitation(admin, id, at, tx)
    if (!invitation) throw new Refusal('notFound')
    const [revoked] = await tx
      .update(blackInvitations)
      .set({ revokedBy: admin.id, revokedAt: at })
      .where(isInState(id, ['waiting', 'approved'], at))
      .returning({ id: blackInvitations.id })
    if (!revoked) throw new Refusal('blackOver')
    const memberId = invitation.memberId ?? undefined
    await record(tx, admin, 'black.revoked', { memberId, subjectId: id, at })
  })
}

const isInState = (id: string, states: string[], at: Date) =>
  and(
    eq(blackInvitations.id, id),
    inArray(blackInvitations.state, states),
    gte(blackInvitations.validUntil, berlinDate(at)),
  )
