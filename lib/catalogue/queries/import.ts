import 'server-only'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Database, db } from '@/db/client'
import { catalogueImports } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { berlinDate } from '@/lib/time'
import { type ImportProblem, readFile } from '../import/file'
import { planImport, type Verdict } from '../import/plan'
import { readEntries } from './catalogue'
import { catalogueVersion } from './products'

/** Returns what a file would do to the current catalogue, or null, also for a malformed id. */
export async function previewImport(_admin: Admin, id: string, at: Date, on: Database = db) {
  if (!z.uuid().safeParse(id).success) return null
  const [file] = await on.select().from(catalogueImports).where(eq(catalogueImports.id, id))
  if (!file) return null
  const { content, ...about } = file
  // The version first: if somebody changes the catalogue in between, the import is refused instead of differing from the preview.
  const version = await catalogueVersion(on)
  return { ...about, version, ...(await judgeFile(content, at, on)) }
}

type Preview = { problem: ImportProblem | null; verdicts: Verdict[] }

async function judgeFile(content: string, at: Date, on: Database): Promise<Preview> {
  const read = readFile(content)
  if ('problem' in read) return { problem: read, verdicts: [] }
  return { problem: null, verdicts: planImport(read.rows, await readEntries(on), berlinDate(at)) }
}
