import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { textBodies, texts } from '@/db/schema'
import { LANGUAGES, type Language, TEXT_KINDS } from '@/lib/lists'

/** The initial version of an installation; for other wording, publish another one. */
const VERSION = '2026-11'

/** Adds the first policy and terms, in force since `from`, from texts/*.md. Existing ones are left alone. */
export async function seedTexts(tx: Database, from: string) {
  for (const kind of TEXT_KINDS) {
    await tx
      .insert(texts)
      .values({ kind, version: VERSION, effectiveFrom: from, publishedAt: new Date() })
      .onConflictDoNothing()
    const [text] = await tx
      .select({ id: texts.id })
      .from(texts)
      .where(and(eq(texts.kind, kind), eq(texts.version, VERSION)))
    if (!text) throw new Error(`The ${kind} were not created.`)
    for (const language of LANGUAGES)
      await tx
        .insert(textBodies)
        .values({ textId: text.id, language, body: await bodyOf(kind, language) })
        .onConflictDoNothing()
  }
}

async function bodyOf(kind: (typeof TEXT_KINDS)[number], language: Language) {
  const file = path.join(process.cwd(), `bin/seed/texts/${kind}.${language}.md`)
  return (await readFile(file, 'utf8')).trim()
}
