import type { Language } from '@/lib/lists'
import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { challenges } from '@/db/schema'
import type { JoinRequest } from '@/db/schema/accounts'
import { Refusal } from '@/lib/errors'
import { queueJob } from '@/lib/jobs/queue'
import { consume, type Limit } from '@/lib/limits'
import { createToken, hashToken } from '@/lib/secrets'
import { findChallenge } from '../queries'
import { CHALLENGE_LIFE } from '../rules'

type SignInRequest = { email: string; language: Language; client?: string }

/**
 * Starts a sign-in for any address, known or not, and returns the token that binds it to this browser. The worker creates the
 * code and sends it, so the response and its timing are the same for every address.
 */
export async function startSignIn(request: SignInRequest, at: Date, on: Database = db): Promise<string> {
  await consumeLimits(request)
  return createChallenge(request, null, at, on)
}

/** The same for somebody who joins: their data waits in the challenge until the code is entered. */
export async function startJoinChallenge(
  request: SignInRequest,
  join: JoinRequest,
  at: Date,
  on: Database = db,
) {
  await consumeLimits(request)
  return createChallenge(request, join, at, on)
}

/** Sends a new code for the sign-in under way in this browser; the old one no longer works. */
export async function restartSignIn(
  browserToken: string | undefined,
  client: string | undefined,
  at: Date,
  on: Database = db,
) {
  const challenge = await findChallenge(browserToken ?? '', at, on)
  if (!challenge) throw new Refusal('codeExpired')
  await consumeLimits({ ...challenge, client })
  const token = await createChallenge(challenge, challenge.join, at, on)
  await on.delete(challenges).where(eq(challenges.id, challenge.id))
  return token
}

async function createChallenge(
  { email, language }: SignInRequest,
  join: JoinRequest | null,
  at: Date,
  on: Database,
) {
  const token = createToken()
  await on.transaction(async (tx) => {
    const [challenge] = await tx
      .insert(challenges)
      .values({
        browserHash: hashToken(token),
        email,
        language,
        join,
        createdAt: at,
        expiresAt: new Date(at.getTime() + CHALLENGE_LIFE),
      })
      .returning({ id: challenges.id })
    if (challenge) await queueJob(tx, 'send-sign-in', { challenge: challenge.id })
  })
  return token
}

async function consumeLimits({ email, client }: SignInRequest) {
  const limits: [Limit, string][] = [
    ['sign-in-everyone', 'all'],
    ['sign-in-address', hashToken(email)],
  ]
  if (client) limits.push(['sign-in-client', client])
  for (const [name, key] of limits) await consume(name, key)
}
