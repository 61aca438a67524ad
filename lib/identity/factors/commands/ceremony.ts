import 'server-only'
import { and, eq, gt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ceremonies } from '@/db/schema'
import type { Person } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { hashToken } from '@/lib/secrets'
import { CEREMONY_LIFE } from '../rules'

type Purpose = typeof ceremonies.$inferInsert.purpose
/** What a ceremony is bound to, and must be finished from. */
type Binding = { sessionId: string } | { browserHash: string }

export function bindToSession({ sessionId }: Person): Binding {
  if (!sessionId) throw new Error('A ceremony needs a session to belong to.')
  return { sessionId }
}

export const bindToBrowser = (token: string): Binding => ({ browserHash: hashToken(token) })

export async function beginCeremony(
  on: Database,
  purpose: Purpose,
  challenge: string,
  binding: Binding,
  at: Date,
) {
  const expiresAt = new Date(at.getTime() + CEREMONY_LIFE)
  await on.insert(ceremonies).values({ challenge, purpose, ...binding, expiresAt })
}

type Answer = { response: { clientDataJSON: string } }

/**
 * Consumes the ceremony that an answer belongs to, and returns its challenge. The answer is verified afterwards, so that none is
 * verified twice. Refuses one that is over, too old, for something else, or begun elsewhere.
 */
export async function takeCeremony(
  on: Database,
  purpose: Purpose,
  answer: Answer,
  binding: Binding,
  at: Date,
) {
  const [ceremony] = await on
    .delete(ceremonies)
    .where(
      and(
        eq(ceremonies.challenge, challengeIn(answer)),
        eq(ceremonies.purpose, purpose),
        'sessionId' in binding
          ? eq(ceremonies.sessionId, binding.sessionId)
          : eq(ceremonies.browserHash, binding.browserHash),
        gt(ceremonies.expiresAt, at),
      ),
    )
    .returning({ challenge: ceremonies.challenge })
  if (!ceremony) throw new Refusal('ceremonyOver')
  return ceremony.challenge
}

function challengeIn({ response }: Answer): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString())
    return String(challenge)
  } catch {
    throw new Refusal('passkeyRefused')
  }
}
