import type { RegistrationState } from '@/lib/lists'
import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { decisions, reasons, registrationEvents } from '@/db/schema'
import type { Translated } from '@/db/schema/translated'

/** An event of a registration: a reviewer's decision, or an act of the member. */
export type PastDecisions = {
  at: Date
  what: RegistrationState | 'registered' | 'file-sent' | 'appealed'
  reason?: Translated
  /** The reviewer's or the member's own words. */
  words?: string
  by?: string
}

/** Returns the history of registrations, oldest first. */
export async function pastDecisionsOf(on: Database, ids: readonly string[]) {
  const all = [...(await readDecisions(on, ids)), ...(await readEvents(on, ids))]
  const past = new Map<string, PastDecisions[]>()
  for (const { registrationId, ...entry } of all.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    past.set(registrationId, [...(past.get(registrationId) ?? []), entry])
  }
  return past
}

async function readDecisions(on: Database, ids: readonly string[]) {
  const rows = await on
    .select({
      registrationId: decisions.registrationId,
      at: decisions.at,
      what: decisions.outcome,
      texts: reasons.texts,
      words: decisions.sentence,
      by: decisions.by,
    })
    .from(decisions)
    .leftJoin(reasons, eq(reasons.id, decisions.reasonId))
    .where(inArray(decisions.registrationId, [...ids]))
    .orderBy(asc(decisions.at))
  return rows.map(({ texts, words, ...row }): PastDecisions & { registrationId: string } => ({
    ...row,
    reason: texts ?? undefined,
    words: words ?? undefined,
  }))
}

async function readEvents(on: Database, ids: readonly string[]) {
  const rows = await on
    .select({
      registrationId: registrationEvents.registrationId,
      at: registrationEvents.at,
      what: registrationEvents.kind,
      words: registrationEvents.note,
    })
    .from(registrationEvents)
    .where(inArray(registrationEvents.registrationId, [...ids]))
    .orderBy(asc(registrationEvents.at))
  return rows.map(({ what, words, ...row }): PastDecisions & { registrationId: string } => ({
    ...row,
    what: what as PastDecisions['what'],
    words: words ?? undefined,
  }))
}
