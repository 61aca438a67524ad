import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { registrationEvents, registrations } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { isRegistrationId } from '../input'

/** Files the one appeal a member has against a refusal: the registration waits for another reviewer's decision. */
export async function appealRefusal(member: Member, id: string, note: string, at: Date, on: Database = db) {
  if (!isRegistrationId(id)) throw new Refusal('notFound')
  await on.transaction(async (tx) => {
    const [appealed] = await tx
      .update(registrations)
      .set({ state: 'pending', waitingSince: at, appealedAt: at })
      .where(
        and(
          eq(registrations.id, id),
          eq(registrations.memberId, member.ownMemberId),
          eq(registrations.state, 'refused'),
          isNull(registrations.appealedAt),
        ),
      )
      .returning({ id: registrations.id })
    if (!appealed) throw await appealObstacle(tx, member, id)

    await tx.insert(registrationEvents).values({ registrationId: id, kind: 'appealed', note, at })
    await record(tx, member, 'registration.appealed', { memberId: member.ownMemberId, subjectId: id, at })
  })
}

async function appealObstacle(tx: Database, member: Member, id: string) {
  const [registration] = await tx
    .select({ appealedAt: registrations.appealedAt })
    .from(registrations)
    .where(and(eq(registrations.id, id), eq(registrations.memberId, member.ownMemberId)))
  if (!registration) return new Refusal('notFound')
  return new Refusal(registration.appealedAt ? 'alreadyAppealed' : 'nothingToAppeal')
}
