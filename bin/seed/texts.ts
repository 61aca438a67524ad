import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { textBodies, texts } from '@/db/schema'

/** The version that an installation begins with; who wants other words publishes another one. */
const VERSION = '2026-11'

const KINDS = ['privacy', 'terms'] as const
const LANGUAGES = ['en', 'de'] as const

/** The first policy and terms, in force since `from`, with the words of texts/*.md; what is there already keeps its own. */
export async function seedTexts(tx: Database, from: string) {
  for (const kind of KINDS) {
    await tx
      .insert(texts)
      .values({ kind, version: VERSION, effectiveFrom: from, publishedAt: new Date() })
      .onConflictDoNothing()
    const [made] = await tx
      .select({ id: texts.id })
      .from(texts)
      .where(and(eq(texts.kind, kind), eq(texts.version, VERSION)))
    if (!made) throw new Error(`The ${kind} were not made.`)
    for (const language of LANGUAGES)
      await tx
        .insert(textBodies)
        .values({ textId: made.id, language, body: await bodyOf(kind, language) })
        .onConflictDoNothing()
  }
}

async function bodyOf(kind: (typeof KINDS)[number], language: (typeof LANGUAGES)[number]) {
  const file = path.join(process.cwd(), `bin/seed/texts/${kind}.${language}.md`)
  return (await readFile(file, 'utf8')).trim()
}
