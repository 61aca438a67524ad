import 'server-only'
import { and, isNull, lt, notExists, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { catalogueImports, unmatchedModels, unmatchedTypings } from '@/db/schema'

const DAY = 24 * 60 * 60_000
/** How long an unmatched text is kept after it was last typed. */
const TYPING_LIFETIME = 180 * DAY
/** How long an imported file is kept. Its changes remain in the log and in the catalogue. */
export const FILE_LIFETIME = 7 * DAY

/** Deletes old unmatched texts and import files; for the worker, every night. */
export async function deleteOldCatalogueData(on: Database, at: Date) {
  const before = (lifetime: number) => new Date(at.getTime() - lifetime)
  await on.transaction(async (tx) => {
    await tx.delete(unmatchedTypings).where(lt(unmatchedTypings.at, before(TYPING_LIFETIME)))
    const typed = tx
      .select({ one: sql`1` })
      .from(unmatchedTypings)
      .where(sql`${unmatchedTypings.key} = ${unmatchedModels.key}`)
    await tx.delete(unmatchedModels).where(and(isNull(unmatchedModels.dismissedAt), notExists(typed)))
    await tx.delete(catalogueImports).where(lt(catalogueImports.at, before(FILE_LIFETIME)))
  })
}
