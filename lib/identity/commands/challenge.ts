import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { challenges } from '@/db/schema'
import type { JoinRequest } from '@/db/schema/accounts'
import { ageOn, berlinDate } from '@/lib/time'
import { requireOffered } from '@/lib/countries/commands/require-offered'
import { documentOn } from '@/lib/texts/queries/texts'
import { Refusal } from '@/lib/errors'
import { queueJob } from '@/lib/jobs/queue'
import { consume, type Limit } from '@/lib/limits'
import type { Join } from '../input'
import { findChallenge } from '../queries'
import { CHALLENGE_LIFE } from '../rules'
import { drawToken, tokenHash } from '@/lib/secrets'

type Asked = { email: string; language: 'en' | 'de'; client?: string }

/**
 * Starts a sign-in for any address, known or not, and gives the token that binds it to this browser.
 * The worker draws the code and sends it, so the answer and its time are the same for every address.
 */
export async function startSignIn(asked: Asked, at: Date, on: Database = db): Promise<string> {
  await limit(asked)
  return start(asked, null, at, on)
}

/** The same for somebody who joins: what they typed waits in the challenge until the code is right. */
export async function startJoin(
  input: Omit<Join, 'next'>,
  client: string | undefined,
  at: Date,
  on: Database = db,
): Promise<string> {
  if (ageOn(input.bornOn, berlinDate(at)) < 18) throw new Refusal('tooYoung', 'bornOn')
  await requireOffered(on, input.country, berlinDate(at), input.language)
  await refuseOldDocuments(input, at, on)
  await limit({ ...input, client })
  const { firstName, surname, bornOn, country, language } = input
  const join = {
    firstName,
    surname,
    bornOn,
    country,
    language,
    documents: [input.terms, input.privacy],
    acceptedAt: at.toISOString(),
  }
  return start(input, join, at, on)
}

/** A new code for the sign-in under way in this browser; the old one no longer works. */
export async function startAgain(
  browserToken: string | undefined,
  client: string | undefined,
  at: Date,
  on: Database = db,
) {
  const challenge = await findChallenge(browserToken ?? '', at, on)
  if (!challenge) throw new Refusal('codeExpired')
  await limit({ ...challenge, client })
  const token = await start(challenge, challenge.join, at, on)
  await on.delete(challenges).where(eq(challenges.id, challenge.id))
  return token
}

async function start({ email, language }: Asked, join: JoinRequest | null, at: Date, on: Database) {
  const token = drawToken()
  await on.transaction(async (tx) => {
    const [challenge] = await tx
      .insert(challenges)
      .values({
        browserHash: tokenHash(token),
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

async function limit({ email, client }: Asked) {
  const limits: [Limit, string][] = [
    ['sign-in-everyone', 'all'],
    ['sign-in-address', tokenHash(email)],
  ]
  if (client) limits.push(['sign-in-client', client])
  for (const [name, key] of limits) await consume(name, key)
}

/** Accepting counts for the versions in force, not for those of a page that was open for a week. */
async function refuseOldDocuments(
  { terms, privacy }: Pick<Join, 'terms' | 'privacy'>,
  at: Date,
  on: Database,
) {
  for (const [kind, id] of [
    ['terms', terms],
    ['privacy', privacy],
  ] as const) {
    const current = await documentOn(kind, berlinDate(at), on)
    if (current.id !== id) throw new Refusal('documentsChanged', kind)
  }
}
