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

let kept: { version: number; day: string; products: Promise<Product[]> } | undefined

/**
 * Every product as it stands on a day, by name. Public. Held in memory, so that the search keeps its index too, until the
 * catalogue's version says that somebody has changed it: at once, and in every process.
 */
export async function catalogue(at: Date, on: Database = db): Promise<Product[]> {
  const day = berlinDate(at)
  const version = await catalogueVersion(on)
  if (kept?.version === version && kept.day === day) return kept.products
  const reading = read(day, on)
  kept = { version, day, products: reading }
  reading.catch(() => {
    kept = undefined
  })
  return reading
}

/** Rises with every change of a product, by whomever. */
export async function catalogueVersion(on: Database = db): Promise<number> {
  const [state] = await on.select({ version: catalogueState.version }).from(catalogueState)
  if (!state) throw new Error('The catalogue has no version.')
  return state.version
}

/** One product as it stands on a day, or null; a malformed id is nobody's. */
export async function findProduct(id: string, at: Date, on: Database = db): Promise<Product | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [found] = await on.select(columns).from(products).where(eq(products.id, id))
  return found ? { ...found, qualifying: qualifiesOn(found, berlinDate(at)) } : null
}

async function read(day: string, on: Database): Promise<Product[]> {
  const rows = await on.select(columns).from(products).orderBy(asc(products.name))
  return rows.map((row) => ({ ...row, qualifying: qualifiesOn(row, day) }))
}
