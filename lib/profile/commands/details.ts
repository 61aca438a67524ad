import 'server-only'
import { and, eq, notExists, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, correctionRequests, members, registrations } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { requireOffered } from '@/lib/countries/commands/require-offered'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { queueJob } from '@/lib/jobs/queue'
import { record } from '@/lib/log/record'
import { berlinDate, isOfAge } from '@/lib/time'
import type { Identity, Preferences } from '../input'

/**
 * Changes country of residence and the language of mails. Refuses to move to a country in which the programme is not offered; a
 * member in a country where it has ended may stay there.
 */
export async function changePreferences(member: Member, input: Preferences, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    if (input.country !== (await findCountry(tx, member)))
      await requireOffered(tx, input.country, berlinDate(at), member.language)
    await tx.update(members).set({ country: input.country }).where(eq(members.id, member.ownMemberId))
    await tx.update(accounts).set({ language: input.language }).where(eq(accounts.id, member.id))
    await record(tx, member, 'member.preferences-changed', { memberId: member.ownMemberId, at })
    await queueJob(tx, 'count-members', {}, 'count-members') // members are counted in their current country
  })
}

async function findCountry(tx: Database, member: Member) {
  const [own] = await tx
    .select({ country: members.country })
    .from(members)
    .where(eq(members.id, member.ownMemberId))
  return own?.country
}

/**
 * Corrects name and date of birth at once while nothing is verified; afterwards it becomes a request that staff decide, because
 * the card and the verified purchases depend on them. Returns which of the two it was.
 */
export async function correctIdentity(member: Member, input: Identity, at: Date, on: Database = db) {
  if (!isOfAge(input.bornOn, berlinDate(at))) throw new Refusal('tooYoung', 'bornOn')
  return on.transaction(async (tx) => {
    const { firstName, surname, bornOn } = input
    const [changed] = await tx
      .update(members)
      .set({ firstName, surname, bornOn })
      .where(and(eq(members.id, member.ownMemberId), notExists(selectVerified(tx, member))))
      .returning({ id: members.id })
    if (!changed) return requestCorrection(tx, member, input, at)
    await record(tx, member, 'member.identity-corrected', { memberId: member.ownMemberId, at })
    return 'corrected' as const
  })
}

async function requestCorrection(tx: Database, member: Member, input: Identity, at: Date) {
  if (!input.why) throw new Refusal('whyMissing', 'why')
  const values = { ...input, memberId: member.ownMemberId, createdAt: at }
  const [request] = await tx
    .insert(correctionRequests)
    .values(values)
    .returning({ id: correctionRequests.id })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'correction_requests_open') throw new Refusal('correctionWaiting')
      throw error
    })
  await record(tx, member, 'correction.requested', {
    memberId: member.ownMemberId,
    subjectId: request?.id,
    at,
  })
  return 'requested' as const
}

const selectVerified = (tx: Database, member: Member) =>
  tx
    .select({ one: sql`1` })
    .from(registrations)
    .where(and(eq(registrations.memberId, member.ownMemberId), eq(registrations.state, 'verified')))
