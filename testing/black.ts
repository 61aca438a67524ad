import type { Database } from '@/db/client'
import { blackInvitations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { createToken, hashToken } from '@/lib/secrets'
import { addDays, berlinDate } from '@/lib/time'

type Person = { memberId: number } | { email: string }
type Over = Partial<typeof blackInvitations.$inferInsert>

/** An invitation that waits for a second admin, invited by `inviter`. */
export async function anInvitation(on: Database, inviter: Admin, person: Person, over: Over = {}) {
  const at = new Date()
  const [made] = await on
    .insert(blackInvitations)
    .values({
      ...person,
      reason: 'Teaches with LUMIX',
      sponsor: 'Sabine Vorschlag',
      language: 'en',
      validUntil: addDays(berlinDate(at), 30),
      invitedBy: inviter.id,
      invitedAt: at,
      ...over,
    })
    .returning({ id: blackInvitations.id })
  if (!made) throw new Error('The invitation was not made.')
  return made.id
}

/** One that was approved by another admin and sent, with the token of its link. */
export async function aSentInvitation(
  on: Database,
  [inviter, approver]: [Admin, Admin],
  person: Person,
  over: Over = {},
) {
  const [token, at] = [createToken(), new Date()]
  const stamps = { approvedBy: approver.id, approvedAt: at, sentAt: at, tokenHash: hashToken(token) }
  return { token, id: await anInvitation(on, inviter, person, { ...stamps, ...over }) }
}
