import type { Language, TextKind } from '@/lib/lists'
import 'server-only'
import { and, desc, eq, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { acceptances, documents, documentTexts } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { hasBegun, textStateOf } from '../rules'

const columns = {
  id: documents.id,
  version: documents.version,
  /** A published version always has its day; the database checks that. */
  effectiveFrom: sql<string>`${documents.effectiveFrom}::text`,
}

/** What has begun by a calendar day and was never withdrawn. */
const begun = (day: string) =>
  and(isNotNull(documents.publishedAt), isNull(documents.withdrawnAt), lte(documents.effectiveFrom, day))

/** The version of the terms or of the privacy policy in force on a calendar day. Public. */
export async function textOn(kind: TextKind, day: string, on: Database = db) {
  const [document] = await on
    .select(columns)
    .from(documents)
    .where(and(eq(documents.kind, kind), begun(day)))
    .orderBy(desc(documents.effectiveFrom))
    .limit(1)
  if (!document) throw new Error(`No ${kind} are in force on ${day}.`)
  return document
}

/**
 * A version that holds or has held by a calendar day, with its words in a language and how it stands; the one in force when
 * none is named. Null for one that has not begun, was withdrawn or never was. Public.
 */
export async function readText(
  kind: TextKind,
  version: string | undefined,
  day: string,
  language: Language,
  on: Database = db,
) {
  const all = await on
    .select({ ...columns, publishedAt: documents.publishedAt, withdrawnAt: documents.withdrawnAt })
    .from(documents)
    .where(and(eq(documents.kind, kind), begun(day)))
    .orderBy(desc(documents.effectiveFrom))
  const found = version === undefined ? all[0] : all.find((one) => one.version === version)
  if (!found || !hasBegun(found, day)) return null
  const [text] = await on
    .select({ body: documentTexts.body })
    .from(documentTexts)
    .where(and(eq(documentTexts.documentId, found.id), eq(documentTexts.language, language)))
  if (!text) throw new Error(`The ${kind} ${found.version} have no words. Run the seed.`)
  const others = all.filter(({ id }) => id !== found.id)
  return { ...found, body: text.body, state: textStateOf(found, all, day), others }
}

/** The versions in force on a calendar day that a member has neither accepted nor read yet. */
export const listTextsToAccept = (member: Member, day: string, on: Database = db) =>
  on
    .select({ ...columns, kind: documents.kind })
    .from(documents)
    .where(and(begun(day), isLatest(day), notExists(acceptedBy(member, on))))
    .orderBy(documents.kind)

/** No later version of the kind has begun. */
const isLatest = (day: string) =>
  sql`not exists (select from documents d where d.kind = ${documents.kind} and d.effective_from > ${documents.effectiveFrom}
    and d.effective_from <= ${day} and d.published_at is not null and d.withdrawn_at is null)`

const acceptedBy = ({ ownMemberId }: Member, on: Database) =>
  on
    .select({ one: sql`1` })
    .from(acceptances)
    .where(and(eq(acceptances.memberId, ownMemberId), eq(acceptances.documentId, documents.id)))

/** Which versions a member accepted or read, when, and in which language; the newest first. */
export const listOwnAcceptances = (member: Member, on: Database = db) =>
  on
    .select({ ...columns, kind: documents.kind, language: acceptances.language, at: acceptances.at })
    .from(acceptances)
    .innerJoin(documents, eq(documents.id, acceptances.documentId))
    .where(eq(acceptances.memberId, member.ownMemberId))
    .orderBy(desc(acceptances.at), documents.kind)
