import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { staffInvitations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { createToken, hashToken } from '@/lib/secrets'
import { inviteStaff } from '@/lib/staff/commands/invite'
import type { StaffInvitation } from '@/lib/staff/input'

/** An invitation as the form takes it; `over` says what matters to a test. */
export const anInvitation = (over: Partial<StaffInvitation> = {}): StaffInvitation => ({
  email: `invited-${crypto.randomUUID()}@example.com`,
  role: 'reviewer',
  centre: undefined,
  language: 'en',
  ...over,
})

/** Somebody who is invited, and whose mail is out: gives the invitation's id and the token in its link. */
export async function anInvited(on: Database, admin: Admin, at: Date, over: Partial<StaffInvitation> = {}) {
  const input = anInvitation(over)
  const id = await inviteStaff(admin, input, at, on)
  return { id, email: input.email, token: await sendOut(on, id) }
}

/** What the worker does to an invitation when it sends the mail. */
export async function sendOut(on: Database, id: string) {
  const token = createToken()
  await on
    .update(staffInvitations)
    .set({ tokenHash: hashToken(token) })
    .where(eq(staffInvitations.id, id))
  return token
}
