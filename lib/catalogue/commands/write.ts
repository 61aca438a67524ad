// Writes shared by the form, the list of unmatched models and the import. The caller's transaction holds the catalogue's lock and
// has validated the input.
import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { catalogueState, productSpellings, products, unmatchedModels } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { queueJob } from '@/lib/jobs/queue'
import { record } from '@/lib/log/record'
import { berlinDate } from '@/lib/time'
import { type CatalogueEntry, differences, spellingsOf } from '../changes'
import type { ProductFacts } from '../input'

/** Locks the catalogue until the transaction ends, and returns its version. */
export async function lockCatalogue(tx: Database): Promise<number> {
  const [state] = await tx.select({ version: catalogueState.version }).from(catalogueState).for('update')
  if (!state) throw new Error('The catalogue has no version.')
  return state.version
}

/** Adds a product with its spellings and returns its id. */
export async function insertProduct(tx: Database, admin: Admin, facts: ProductFacts, at: Date) {
  const [created] = await tx.insert(products).values(facts).returning({ id: products.id })
  if (!created) throw new Error('The product was not created.')
  await insertSpellings(tx, created.id, facts)
  await record(tx, admin, 'product.added', { subjectId: created.id, at })
  return created.id
}

/**
 * Changes a product; the log names the fields. Members who gain from it rise at once, since a status is computed when it is read;
 * the worker stores it later.
 */
export async function updateProduct(
  tx: Database,
  admin: Admin,
  before: CatalogueEntry,
  facts: ProductFacts,
  at: Date,
) {
  const { id, version } = before
  const [changed] = await tx
    .update(products)
    .set({ ...facts, version: version + 1 })
    .where(and(eq(products.id, id), eq(products.version, version)))
    .returning({ id: products.id })
  if (!changed) throw new Refusal('productChanged')
  await deleteSpellings(tx, id)
  await insertSpellings(tx, id, facts)
  const fields = differences(before, facts)
  await record(tx, admin, 'product.changed', { subjectId: id, reason: fields.join(', '), at })
  const { qualifyingFrom: from } = facts
  const datesChanged = fields.includes('qualifyingFrom') || fields.includes('qualifyingTo')
  if (datesChanged && from !== null && from <= berlinDate(at))
    await queueJob(tx, 'raise-statuses', {}, 'catalogue')
}

/** Deletes a product's spellings before a bulk change, so that a spelling can move from one product to another. */
export async function deleteSpellings(tx: Database, id: string) {
  await tx.delete(productSpellings).where(eq(productSpellings.productId, id))
}

/** Unmatched texts are deleted once a product has that spelling. */
async function insertSpellings(tx: Database, productId: string, facts: ProductFacts) {
  const keys = spellingsOf(facts).map(({ key }) => key)
  await tx.insert(productSpellings).values(keys.map((key) => ({ key, productId })))
  await tx.delete(unmatchedModels).where(inArray(unmatchedModels.key, keys))
}
