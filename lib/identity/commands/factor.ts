import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { sessions } from '@/db/schema'
import { isPending, type Person } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { cancelFactorResetOnUse } from '@/lib/identity/factors/resets/commands/cancel'
import { record } from '@/lib/log/record'
import { createToken, hashToken } from '@/lib/secrets'

/**
 * Records that a second factor was shown in this session at `at`. A pending person now has their role's access, with a new token
 * that the caller stores in the browser (`keepSession`); the previous token is invalid. Returns nothing when the session had
 * shown one before. Refuses a session that has ended, or continued in another tab.
 */
export async function markFactorVerified(
  tx: Database,
  person: Person,
  at: Date,
): Promise<string | undefined> {
  if (!person.sessionId) throw new Error('A factor can only be shown in a session.')
  const token = isPending(person) ? createToken() : undefined
  const [session] = await tx
    .update(sessions)
    .set({ factorAt: at, ...(token && { tokenHash: hashToken(token) }) })
    .where(
      and(
        eq(sessions.id, person.sessionId),
        eq(sessions.accountId, person.id),
        token ? isNull(sessions.factorAt) : undefined,
      ),
    )
    .returning({ id: sessions.id })
  if (!session) throw new Refusal('signInMovedOn')
  await record(tx, person, 'factor.shown', { subjectId: person.id, at })
  await cancelFactorResetOnUse(tx, person, at)
  return token
}
