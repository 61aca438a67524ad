import { LANGUAGES } from '@/lib/lists'
import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { textBodies, texts } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { addDays, berlinDate } from '@/lib/time'
import type { TextDraft } from '../input'
import { readMarkdown } from '../markdown'
import { versionNameFor } from '../rules'

/** Begins a draft with the words of another version, and returns its id. Refuses when there is a draft of that kind already. */
export async function startTextDraft(admin: Admin, from: string, at: Date, on: Database = db) {
  return on.transaction(async (tx) => {
    const [source] = await tx.select({ kind: texts.kind }).from(texts).where(eq(texts.id, from))
    if (!source) throw new Refusal('notFound')
    const names = await tx.select({ version: texts.version }).from(texts).where(eq(texts.kind, source.kind))
    const version = versionNameFor(
      addDays(berlinDate(at), 1),
      names.map((one) => one.version),
    )
    const id = crypto.randomUUID()
    // In SQL: the app may fill these columns of a new version and no others, and drizzle would name them all.
    await tx
      .execute(
        sql`insert into texts (id, kind, version, created_at, changed_at) values (${id}, ${source.kind}, ${version}, ${at}, ${at})`,
      )
      .catch(translated)
    await tx.execute(
      sql`insert into text_bodies (text_id, language, body) select ${id}::uuid, language, body from text_bodies where text_id = ${from}`,
    )
    await record(tx, admin, 'text.drafted', { subjectId: id, at })
    return id
  })
}

/**
 * Saves the name and the words of a draft. Refuses one that somebody has saved or published since it was seen, a name that is
 * taken, and words in which something is no Markdown of ours or an unknown placeholder.
 */
export async function saveTextDraft(admin: Admin, input: TextDraft, at: Date, on: Database = db) {
  for (const language of LANGUAGES) refuseUnfit(input[language], language)
  await on.transaction(async (tx) => {
    const [saved] = await tx
      .update(texts)
      .set({ version: input.version, changedAt: at })
      .where(and(unchangedSince(input), isNull(texts.publishedAt)))
      .returning({ id: texts.id })
      .catch(translated)
    if (!saved) throw await draftObstacle(tx, input.id)
    await tx.delete(textBodies).where(eq(textBodies.textId, input.id))
    const bodies = LANGUAGES.filter((language) => input[language]).map((language) => ({
      textId: input.id,
      language,
      body: input[language],
    }))
    if (bodies.length > 0) await tx.insert(textBodies).values(bodies)
    await record(tx, admin, 'text.saved', { subjectId: input.id, at })
  })
}

/** Throws a draft away. Refuses one that is published or gone. */
export async function discardTextDraft(admin: Admin, id: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const [gone] = await tx
      .delete(texts)
      .where(and(eq(texts.id, id), isNull(texts.publishedAt)))
      .returning({ id: texts.id })
    if (!gone) throw await draftObstacle(tx, id)
    await record(tx, admin, 'text.discarded', { subjectId: id, at })
  })
}

/** As it stood on the page: milliseconds are all that a page can say of a time. */
export const unchangedSince = ({ id, seen }: { id: string; seen: string }) =>
  and(eq(texts.id, id), sql`date_trunc('milliseconds', ${texts.changedAt}) = ${seen}::timestamptz`)

/** Why a draft could not be changed. */
export async function draftObstacle(tx: Database, id: string) {
  const [known] = await tx.select({ publishedAt: texts.publishedAt }).from(texts).where(eq(texts.id, id))
  if (!known) return new Refusal('notFound')
  return new Refusal(known.publishedAt ? 'documentPublished' : 'draftChanged')
}

/** Words that are still missing are no fault of a draft. */
function refuseUnfit(body: string, language: (typeof LANGUAGES)[number]) {
  if (!body) return
  const read = readMarkdown(body)
  if ('flaw' in read) throw new Refusal(read.flaw.reason, language, { what: read.flaw.what })
}

function translated(error: unknown): never {
  const broken = brokenConstraint(error)
  if (broken === 'texts_draft') throw new Refusal('draftOpen')
  if (broken === 'texts_version') throw new Refusal('versionTaken', 'version')
  throw error
}
