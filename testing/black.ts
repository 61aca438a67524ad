import type { Database } from '@/db/client'
import { blackInvitations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { createToken, hashToken } from '@/lib/secrets'
import { addDays, berlinDate } from '@/lib/time'

type Person = { memberId: number } | { email: string }
type Over = Partial<typeof blackInvitations.$inferInsert>

/** An invitation by `inviter` that waits for approval by a second admin. */
export async function anInvitation(on: Database, inviter: Admin, person: Person, over: Over = {}) {
  const at = new Date()
  const [created] = await on
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
  if (!created) throw new Error('The invitation was not created.')
  return created.id
}

/** An invitation that another admin approved and that was sent; also returns the token of its link. */
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
