import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { decisions, reasons, registrationEvents } from '@/db/schema'
import type { Reviewer } from '@/lib/auth/actor'
import type { RegistrationState } from '@/lib/registrations/rules'

/** Something that happened to a registration: what a reviewer decided, or what the member did. */
export type Past = {
  at: Date
  what: RegistrationState | 'registered' | 'file-sent' | 'appealed'
  reason?: string
  /** The reviewer's or the member's own words. */
  words?: string
  by?: string
}

/** The past of registrations, oldest first, with the reasons in the reviewer's language. */
export async function pastOf(on: Database, ids: readonly string[], reviewer: Reviewer) {
  const all = [...(await decided(on, ids, reviewer)), ...(await done(on, ids))]
  return Map.groupBy(
    all.sort((a, b) => a.at.getTime() - b.at.getTime()),
    ({ registrationId }) => registrationId,
  )
}

async function decided(on: Database, ids: readonly string[], { language }: Reviewer) {
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
  return rows.map(({ texts, words, ...row }): Past & { registrationId: string } => ({
    ...row,
    reason: texts?.[language],
    words: words ?? undefined,
  }))
}

async function done(on: Database, ids: readonly string[]) {
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
  return rows.map(({ what, words, ...row }): Past & { registrationId: string } => ({
    ...row,
    what: what as Past['what'],
    words: words ?? undefined,
  }))
}
