// The writes that the form, the list of unknown models and the import share, each within the caller's transaction, which holds
// the catalogue's lock and has checked what it writes.
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

/** One writer at a time, until the transaction ends. Returns the catalogue's version before. */
export async function lockCatalogue(tx: Database): Promise<number> {
  const [state] = await tx.select({ version: catalogueState.version }).from(catalogueState).for('update')
  if (!state) throw new Error('The catalogue has no version.')
  return state.version
}

/** Adds a product with its spellings and returns its id. */
export async function insertProduct(tx: Database, admin: Admin, facts: ProductFacts, at: Date) {
  const [made] = await tx.insert(products).values(facts).returning({ id: products.id })
  if (!made) throw new Error('The product was not made.')
  await keepSpellings(tx, made.id, facts)
  await record(tx, admin, 'product.added', { subjectId: made.id, at })
  return made.id
}

/** Changes a product as it was before; the log names the fields. Who rises by it does so at
 * once, since a status is judged by the day it is read on; the worker writes it down. */
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
  await dropSpellings(tx, id)
  await keepSpellings(tx, id, facts)
  const fields = differences(before, facts)
  await record(tx, admin, 'product.changed', { subjectId: id, reason: fields.join(', '), at })
  const { qualifyingFrom: from } = facts
  const redated = fields.includes('qualifyingFrom') || fields.includes('qualifyingTo')
  if (redated && from !== null && from <= berlinDate(at))
    await queueJob(tx, 'raise-statuses', {}, 'catalogue')
}

/** Before many change at once, so that a spelling can go from one of them to another. */
export async function dropSpellings(tx: Database, id: string) {
  await tx.delete(productSpellings).where(eq(productSpellings.productId, id))
}

/** What members typed in vain is no longer in vain once a product has that spelling. */
async function keepSpellings(tx: Database, productId: string, facts: ProductFacts) {
  const keys = spellingsOf(facts).map(({ key }) => key)
  await tx.insert(productSpellings).values(keys.map((key) => ({ key, productId })))
  await tx.delete(unmatchedModels).where(inArray(unmatchedModels.key, keys))
}
