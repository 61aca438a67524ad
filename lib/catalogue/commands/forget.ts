import 'server-only'
import { and, isNull, lt, notExists, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { catalogueImports, unmatchedModels, unmatchedTypings } from '@/db/schema'

const DAY = 24 * 60 * 60_000
/** What nobody has typed for so long is no news. */
const TYPED_LIFE = 180 * DAY
/** A file that was sent in to be imported. What it changed stands in the log and in the catalogue. */
export const FILE_LIFE = 7 * DAY

/** Forgets what members typed in vain and files that were imported, when they are old; for the worker, every night. */
export async function deleteOldCatalogueData(on: Database, at: Date) {
  const before = (life: number) => new Date(at.getTime() - life)
  await on.transaction(async (tx) => {
    await tx.delete(unmatchedTypings).where(lt(unmatchedTypings.at, before(TYPED_LIFE)))
    const typed = tx
      .select({ one: sql`1` })
      .from(unmatchedTypings)
      .where(sql`${unmatchedTypings.key} = ${unmatchedModels.key}`)
    await tx.delete(unmatchedModels).where(and(isNull(unmatchedModels.dismissedAt), notExists(typed)))
    await tx.delete(catalogueImports).where(lt(catalogueImports.at, before(FILE_LIFE)))
  })
}
