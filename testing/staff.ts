import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { staffInvitations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { createToken, hashToken } from '@/lib/secrets'
import { inviteStaff } from '@/lib/staff/commands/invite'
import type { StaffInvitation } from '@/lib/staff/input'

/** Form input for an invitation; `over` overrides what matters to a test. */
export const anInvitation = (over: Partial<StaffInvitation> = {}): StaffInvitation => ({
  email: `invited-${crypto.randomUUID()}@example.com`,
  role: 'reviewer',
  centre: undefined,
  language: 'en',
  ...over,
})

/** A person who was invited and sent the mail: returns the invitation's id and the token in its link. */
export async function anInvitee(on: Database, admin: Admin, at: Date, over: Partial<StaffInvitation> = {}) {
  const input = anInvitation(over)
  const id = await inviteStaff(admin, input, at, on)
  return { id, email: input.email, token: await setInvitationToken(on, id) }
}

/** Stores a new token with the invitation, as the worker does when it sends the mail. */
export async function setInvitationToken(on: Database, id: string) {
  const token = createToken()
  await on
    .update(staffInvitations)
    .set({ tokenHash: hashToken(token) })
    .where(eq(staffInvitations.id, id))
  return token
}
