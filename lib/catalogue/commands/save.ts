import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { products } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { berlinDate } from '@/lib/time'
import { type CatalogueEntry, conflictingSpelling, differences, refusedChange } from '../changes'
import type { ProductFacts } from '../input'
import { readEntries } from '../queries/catalogue'
import { insertProduct, lockCatalogue, updateProduct } from './write'

/** Adds a product and returns its id. Refuses a spelling that another product has. Needs a fresh factor. */
export async function addProduct(admin: Admin, facts: ProductFacts, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  return on.transaction(async (tx) => {
    await lockCatalogue(tx)
    refuseSpellingConflict(facts, await readEntries(tx))
    return insertProduct(tx, admin, facts, at)
  })
}

type Change = ProductFacts & { id: string; version: number }

/**
 * Changes a product as it was at `version`. Members who gain from a model that now counts rise at once. Refuses when somebody
 * else has changed it meanwhile, another product's spelling, and making a registered product stop counting retroactively. Needs a
 * fresh factor.
 */
export async function changeProduct(
  admin: Admin,
  { id, version, ...facts }: Change,
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    await lockCatalogue(tx)
    const entries = await readEntries(tx)
    const before = entries.find((entry) => entry.id === id)
    if (!before) throw new Refusal('notFound')
    if (before.version !== version) throw new Refusal('productChanged')
    if (differences(before, facts).length === 0) throw new Refusal('alreadyDone')
    const obstacle = refusedChange(before, facts, berlinDate(at))
    if (obstacle) throw new Refusal(obstacle.reason, obstacle.field)
    refuseSpellingConflict(
      facts,
      entries.filter((entry) => entry.id !== id),
    )
    await updateProduct(tx, admin, before, facts, at)
  })
}

/** Removes a product that nobody has registered. Refuses any other: it can stop counting instead. Needs a fresh factor. */
export async function removeProduct(admin: Admin, id: string, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    await lockCatalogue(tx)
    const entry = (await readEntries(tx)).find((one) => one.id === id)
    if (!entry) throw new Refusal('notFound')
    if (entry.registered) throw new Refusal('productRegistered')
    await tx.delete(products).where(eq(products.id, id))
    await record(tx, admin, 'product.removed', { subjectId: id, at })
  })
}

/** Refuses a spelling that another product has, at the field it was typed into. */
export function refuseSpellingConflict(facts: ProductFacts, others: readonly CatalogueEntry[]) {
  const conflict = conflictingSpelling(facts, others)
  if (!conflict) return
  const { text, other } = conflict
  const field = text === facts.modelNumber ? 'modelNumber' : text === facts.name ? 'name' : 'aliases'
  throw new Refusal('spellingTaken', field, { text, name: other.name, modelNumber: other.modelNumber })
}
