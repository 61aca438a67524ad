import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { textBodies, texts } from '@/db/schema'

/** The initial version of an installation; for other wording, publish another one. */
const VERSION = '2026-11'

const KINDS = ['privacy', 'terms'] as const
const LANGUAGES = ['en', 'de'] as const

/** Adds the first policy and terms, in force since `from`, from texts/*.md. Existing ones are left alone. */
export async function seedTexts(tx: Database, from: string) {
  for (const kind of KINDS) {
    await tx
      .insert(texts)
      .values({ kind, version: VERSION, effectiveFrom: from, publishedAt: new Date() })
      .onConflictDoNothing()
    const [document] = await tx
      .select({ id: texts.id })
      .from(texts)
      .where(and(eq(texts.kind, kind), eq(texts.version, VERSION)))
    if (!document) throw new Error(`The ${kind} were not created.`)
    for (const language of LANGUAGES)
      await tx
        .insert(textBodies)
        .values({ textId: document.id, language, body: await bodyOf(kind, language) })
        .onConflictDoNothing()
  }
}

async function bodyOf(kind: (typeof KINDS)[number], language: (typeof LANGUAGES)[number]) {
  const file = path.join(process.cwd(), `bin/seed/texts/${kind}.${language}.md`)
  return (await readFile(file, 'utf8')).trim()
}
