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

/** Creates a draft with the words of another version, and returns its id. Refuses when there is a draft of that kind already. */
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
    // Plain SQL: the app may insert only these columns of a new version, and drizzle would name them all.
    await tx
      .execute(
        sql`insert into texts (id, kind, version, created_at, changed_at) values (${id}, ${source.kind}, ${version}, ${at}, ${at})`,
      )
      .catch(refuseConflict)
    await tx.execute(
      sql`insert into text_bodies (text_id, language, body) select ${id}::uuid, language, body from text_bodies where text_id = ${from}`,
    )
    await record(tx, admin, 'text.drafted', { subjectId: id, at })
    return id
  })
}

/**
 * Saves the name and the words of a draft. Refuses one that somebody has saved or published since it was seen, a taken name, and
 * unsupported Markdown or unknown placeholders.
 */
export async function saveTextDraft(admin: Admin, input: TextDraft, at: Date, on: Database = db) {
  for (const language of LANGUAGES) refuseInvalid(input[language], language)
  await on.transaction(async (tx) => {
    const [saved] = await tx
      .update(texts)
      .set({ version: input.version, changedAt: at })
      .where(and(unchangedSince(input), isNull(texts.publishedAt)))
      .returning({ id: texts.id })
      .catch(refuseConflict)
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

/** Discards a draft. Refuses one that is published or gone. */
export async function discardTextDraft(admin: Admin, id: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const [discarded] = await tx
      .delete(texts)
      .where(and(eq(texts.id, id), isNull(texts.publishedAt)))
      .returning({ id: texts.id })
    if (!discarded) throw await draftObstacle(tx, id)
    await record(tx, admin, 'text.discarded', { subjectId: id, at })
  })
}

/** Unchanged since it was shown; a page only knows times in milliseconds. */
export const unchangedSince = ({ id, seen }: { id: string; seen: string }) =>
  and(eq(texts.id, id), sql`date_trunc('milliseconds', ${texts.changedAt}) = ${seen}::timestamptz`)

/** Returns why a draft could not be changed. */
export async function draftObstacle(tx: Database, id: string) {
  const [existing] = await tx.select({ publishedAt: texts.publishedAt }).from(texts).where(eq(texts.id, id))
  if (!existing) return new Refusal('notFound')
  return new Refusal(existing.publishedAt ? 'documentPublished' : 'draftChanged')
}

/** A draft may still lack words. */
function refuseInvalid(body: string, language: (typeof LANGUAGES)[number]) {
  if (!body) return
  const read = readMarkdown(body)
  if ('problem' in read) throw new Refusal(read.problem.reason, language, { what: read.problem.what })
}

function refuseConflict(error: unknown): never {
  const broken = brokenConstraint(error)
  if (broken === 'texts_draft') throw new Refusal('draftOpen')
  if (broken === 'texts_version') throw new Refusal('versionTaken', 'version')
  throw error
}
