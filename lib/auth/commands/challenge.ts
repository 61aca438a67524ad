import 'server-only'
import { and, desc, eq, lte } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { challenges, countries, documents } from '@/db/schema'
import type { JoinRequest } from '@/db/schema/accounts'
import { ageOn, berlinDate } from '@/lib/calendar'
import { Refusal } from '@/lib/errors'
import { queueJob } from '@/lib/jobs/queue'
import { type Limit, consume } from '@/lib/limits'
import type { Join } from '../input'
import { CHALLENGE_LIFE } from '../rules'
import { drawToken, tokenHash } from '../secrets'

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
export async function startJoin(input: Join, client: string | undefined, at: Date, on: Database = db): Promise<string> {
  if (ageOn(input.bornOn, berlinDate(at)) < 18) throw new Refusal('tooYoung', 'bornOn')
  await refuseCountryNotOffered(input, on)
  await refuseOldDocuments(input, at, on)
  await limit({ ...input, client })
  const { firstName, surname, bornOn, country, language } = input
  const join = { firstName, surname, bornOn, country, language, documents: [input.terms, input.privacy], acceptedAt: at.toISOString() }
  return start(input, join, at, on)
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
  const limits: [Limit, string][] = [['sign-in-everyone', 'all'], ['sign-in-address', tokenHash(email)]]
  if (client) limits.push(['sign-in-client', client])
  for (const [name, key] of limits) await consume(name, key)
}

async function refuseCountryNotOffered({ country, language }: Join, on: Database) {
  const [row] = await on.select().from(countries).where(eq(countries.code, country))
  if (row?.offered) return
  const name = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country
  throw row?.operator
    ? new Refusal('countryNotOffered', 'country', { country: name, operator: row.operator })
    : new Refusal('countryNotOfferedNobody', 'country', { country: name })
}

/** Accepting counts for the versions in force, not for those of a page that was open for a week. */
async function refuseOldDocuments({ terms, privacy }: Join, at: Date, on: Database) {
  for (const [kind, id] of [['terms', terms], ['privacy', privacy]] as const) {
    const [current] = await on
      .select({ id: documents.id })
      .from(documents)
      .where(and(eq(documents.kind, kind), lte(documents.effectiveFrom, berlinDate(at))))
      .orderBy(desc(documents.effectiveFrom))
      .limit(1)
    if (current?.id !== id) throw new Refusal('documentsChanged', kind)
  }
}
