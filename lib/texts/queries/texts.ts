import type { Language, TextKind } from '@/lib/lists'
import 'server-only'
import { and, desc, eq, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { acceptances, textBodies, texts } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { hasBegun, textStateOf } from '../rules'

const columns = {
  id: texts.id,
  version: texts.version,
  /** A published version always has a date; the database checks that. */
  effectiveFrom: sql<string>`${texts.effectiveFrom}::text`,
}

/** Versions that have begun by a calendar day and were never withdrawn. */
const isBegun = (day: string) =>
  and(isNotNull(texts.publishedAt), isNull(texts.withdrawnAt), lte(texts.effectiveFrom, day))

/** Returns the version of the terms or of the privacy policy in force on a calendar day. Public. */
export async function textOn(kind: TextKind, day: string, on: Database = db) {
  const [text] = await on
    .select(columns)
    .from(texts)
    .where(and(eq(texts.kind, kind), isBegun(day)))
    .orderBy(desc(texts.effectiveFrom))
    .limit(1)
  if (!text) throw new Error(`No ${kind} are in force on ${day}.`)
  return text
}

/**
 * Returns a version that has begun by a calendar day, with its words in a language and its state; by default the one in force.
 * Null for one that has not begun, was withdrawn or does not exist. Public.
 */
export async function readText(
  kind: TextKind,
  version: string | undefined,
  day: string,
  language: Language,
  on: Database = db,
) {
  const all = await on
    .select({ ...columns, publishedAt: texts.publishedAt, withdrawnAt: texts.withdrawnAt })
    .from(texts)
    .where(and(eq(texts.kind, kind), isBegun(day)))
    .orderBy(desc(texts.effectiveFrom))
  const match = version === undefined ? all[0] : all.find((one) => one.version === version)
  if (!match || !hasBegun(match, day)) return null
  const [text] = await on
    .select({ body: textBodies.body })
    .from(textBodies)
    .where(and(eq(textBodies.textId, match.id), eq(textBodies.language, language)))
  if (!text) throw new Error(`The ${kind} ${match.version} have no text. Run the seed.`)
  const others = all.filter(({ id }) => id !== match.id)
  return { ...match, body: text.body, state: textStateOf(match, all, day), others }
}

/** Returns the versions in force on a calendar day that a member has neither accepted nor read yet. */
export const listTextsToAccept = (member: Member, day: string, on: Database = db) =>
  on
    .select({ ...columns, kind: texts.kind })
    .from(texts)
    .where(and(isBegun(day), isLatest(day), notExists(acceptedBy(member, on))))
    .orderBy(texts.kind)

/** No later version of the kind has begun. */
const isLatest = (day: string) =>
  sql`not exists (select from texts d where d.kind = ${texts.kind} and d.effective_from > ${texts.effectiveFrom}
    and d.effective_from <= ${day} and d.published_at is not null and d.withdrawn_at is null)`

const acceptedBy = ({ ownMemberId }: Member, on: Database) =>
  on
    .select({ one: sql`1` })
    .from(acceptances)
    .where(and(eq(acceptances.memberId, ownMemberId), eq(acceptances.textId, texts.id)))

/** Returns the versions a member accepted or read, when, and in which language, newest first. */
export const listOwnAcceptances = (member: Member, on: Database = db) =>
  on
    .select({ ...columns, kind: texts.kind, language: acceptances.language, at: acceptances.at })
    .from(acceptances)
    .innerJoin(texts, eq(texts.id, acceptances.textId))
    .where(eq(acceptances.memberId, member.ownMemberId))
    .orderBy(desc(acceptances.at), texts.kind)
