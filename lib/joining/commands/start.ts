import 'server-only'
import { type Database, db } from '@/db/client'
import { requireOffered } from '@/lib/countries/commands/require-offered'
import { Refusal } from '@/lib/errors'
import { startJoinChallenge } from '@/lib/identity/commands/challenge'
import { textOn } from '@/lib/texts/queries/texts'
import { ageOn, berlinDate } from '@/lib/time'
import type { Join } from '../input'

/**
 * Starts joining and returns the token that binds it to this browser; the account is created when the code is entered. Refuses
 * people under 18, a country that is not offered, and versions of the texts that are no longer in force.
 */
export async function startJoin(
  input: Omit<Join, 'next'>,
  client: string | undefined,
  at: Date,
  on: Database = db,
): Promise<string> {
  if (ageOn(input.bornOn, berlinDate(at)) < 18) throw new Refusal('tooYoung', 'bornOn')
  await requireOffered(on, input.country, berlinDate(at), input.language)
  await refuseOldTexts(input, at, on)
  const { firstName, surname, bornOn, country, language, email } = input
  const texts = [input.terms, input.privacy]
  const request = { firstName, surname, bornOn, country, language, texts, acceptedAt: at.toISOString() }
  return startJoinChallenge({ email, language, client }, request, at, on)
}

/** Acceptance counts only for the versions in force, not for those of a page left open for a week. */
async function refuseOldTexts({ terms, privacy }: Pick<Join, 'terms' | 'privacy'>, at: Date, on: Database) {
  for (const [kind, id] of [
    ['terms', terms],
    ['privacy', privacy],
  ] as const) {
    const current = await textOn(kind, berlinDate(at), on)
    if (current.id !== id) throw new Refusal('textsChanged', kind)
  }
}
