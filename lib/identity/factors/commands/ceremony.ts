import 'server-only'
import { and, eq, gt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ceremonies } from '@/db/schema'
import type { Person } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { hashToken } from '@/lib/secrets'
import { CEREMONY_LIFE } from '../rules'

type Purpose = typeof ceremonies.$inferInsert.purpose
/** What a ceremony belongs to: whoever finishes it comes from there. */
type Bound = { sessionId: string } | { browserHash: string }

export function bySession({ sessionId }: Person): Bound {
  if (!sessionId) throw new Error('There is no session to which a ceremony could belong.')
  return { sessionId }
}

export const byBrowser = (token: string): Bound => ({ browserHash: hashToken(token) })

export async function beginCeremony(
  on: Database,
  purpose: Purpose,
  challenge: string,
  bound: Bound,
  at: Date,
) {
  const expiresAt = new Date(at.getTime() + CEREMONY_LIFE)
  await on.insert(ceremonies).values({ challenge, purpose, ...bound, expiresAt })
}

type Answer = { response: { clientDataJSON: string } }

/**
 * Uses up the ceremony that an answer says it finishes, and returns its challenge. What comes of the answer is looked at afterwards:
 * none is looked at twice. Refuses one that is over, too old, for something else, or begun elsewhere.
 */
export async function takeCeremony(on: Database, purpose: Purpose, answer: Answer, bound: Bound, at: Date) {
  const [taken] = await on
    .delete(ceremonies)
    .where(
      and(
        eq(ceremonies.challenge, challengeIn(answer)),
        eq(ceremonies.purpose, purpose),
        'sessionId' in bound
          ? eq(ceremonies.sessionId, bound.sessionId)
          : eq(ceremonies.browserHash, bound.browserHash),
        gt(ceremonies.expiresAt, at),
      ),
    )
    .returning({ challenge: ceremonies.challenge })
  if (!taken) throw new Refusal('ceremonyOver')
  return taken.challenge
}

function challengeIn({ response }: Answer): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString())
    return String(challenge)
  } catch {
    throw new Refusal('passkeyRefused')
  }
}
