import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Database, db } from '@/db/client'
import { catalogueState, products } from '@/db/schema'
import { berlinDate } from '@/lib/time'
import { qualifiesOn } from '../counting'
import type { Product } from '../rules'

const columns = {
  id: products.id,
  modelNumber: products.modelNumber,
  name: products.name,
  kind: products.kind,
  mount: products.mount,
  aliases: products.aliases,
  qualifyingFrom: products.qualifyingFrom,
  qualifyingTo: products.qualifyingTo,
}

let cached: { version: number; day: string; products: Promise<Product[]> } | undefined

/**
 * Returns every product with its state on a day, by name. Public. Cached together with the search index until the catalogue's
 * version changes, so that a change takes effect at once in every process.
 */
export async function catalogue(at: Date, on: Database = db): Promise<Product[]> {
  const day = berlinDate(at)
  const version = await catalogueVersion(on)
  if (cached?.version === version && cached.day === day) return cached.products
  const pending = readProducts(day, on)
  cached = { version, day, products: pending }
  pending.catch(() => {
    cached = undefined
  })
  return pending
}

/** Returns the version, which increases with every change of a product. */
export async function catalogueVersion(on: Database = db): Promise<number> {
  const [state] = await on.select({ version: catalogueState.version }).from(catalogueState)
  if (!state) throw new Error('The catalogue has no version.')
  return state.version
}

/** Returns one product with its state on a day, or null, also for a malformed id. */
export async function findProduct(id: string, at: Date, on: Database = db): Promise<Product | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [row] = await on.select(columns).from(products).where(eq(products.id, id))
  return row ? { ...row, qualifying: qualifiesOn(row, berlinDate(at)) } : null
}

async function readProducts(day: string, on: Database): Promise<Product[]> {
  const rows = await on.select(columns).from(products).orderBy(asc(products.name))
  return rows.map((row) => ({ ...row, qualifying: qualifiesOn(row, day) }))
}
