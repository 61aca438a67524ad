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

/** What a file would do to the catalogue as it is now; once it is imported, only that. A malformed id is nobody's. */
export async function previewImport(_admin: Admin, id: string, at: Date, on: Database = db) {
  if (!z.uuid().safeParse(id).success) return null
  const [file] = await on.select().from(catalogueImports).where(eq(catalogueImports.id, id))
  if (!file) return null
  const { content, ...about } = file
  // The version first: if somebody changes the catalogue in between, the import is refused, not done otherwise than shown.
  const version = await catalogueVersion(on)
  return { ...about, version, ...(await verdictsOf(content, at, on)) }
}

type Preview = { problem: ImportProblem | null; verdicts: Verdict[] }

async function verdictsOf(content: string, at: Date, on: Database): Promise<Preview> {
  const read = readFile(content)
  if ('problem' in read) return { problem: read, verdicts: [] }
  return { problem: null, verdicts: planImport(read.rows, await readEntries(on), berlinDate(at)) }
}
