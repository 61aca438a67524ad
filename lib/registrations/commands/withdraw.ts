import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { registrationEvents, registrations } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { recalculateStatus } from '@/lib/memberships/commands/recalculate'
import { isRegistrationId } from '../input'
import { canTransition } from '../rules'

/**
 * Withdraws a registration, decided or not. A verified product stops counting; the status stays until the term ends. Refuses
 * another member's, and one that was withdrawn or has otherwise ended.
 */
export async function withdrawRegistration(member: Member, id: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const { state } = await findForUpdate(tx, member, id)
    if (state === 'withdrawn') throw new Refusal('alreadyWithdrawn')
    if (!canTransition(state, 'withdrawn', 'member')) throw new Refusal('alreadyEnded')

    const [withdrawn] = await tx
      .update(registrations)
      .set({ state: 'withdrawn', waitingSince: null })
      .where(
        and(
          eq(registrations.id, id),
          eq(registrations.memberId, member.ownMemberId),
          eq(registrations.state, state),
        ),
      )
      .returning({ id: registrations.id })
    if (!withdrawn) throw new Refusal('alreadyWithdrawn')

    await tx.insert(registrationEvents).values({ registrationId: id, kind: 'withdrawn', at })
    if (state === 'verified') await recalculateStatus(tx, member.ownMemberId, at)
    await record(tx, member, 'registration.withdrawn', { memberId: member.ownMemberId, subjectId: id, at })
  })
}

async function findForUpdate(tx: Database, member: Member, id: string) {
  if (!isRegistrationId(id)) throw new Refusal('notFound')
  const [registration] = await tx
    .select({ state: registrations.state })
    .from(registrations)
    .where(and(eq(registrations.id, id), eq(registrations.memberId, member.ownMemberId)))
    .for('update')
  if (!registration) throw new Refusal('notFound')
  return registration
}
