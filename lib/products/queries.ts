import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Database, db } from '@/db/client'
import { products } from '@/db/schema'
import { type Product, thirdParty } from './rules'
import { namedProduct, searchProducts } from './search'

const columns = {
  id: products.id,
  modelNumber: products.modelNumber,
  name: products.name,
  kind: products.kind,
  mount: products.mount,
  aliases: products.aliases,
  qualifying: products.qualifying,
}

/** Milliseconds for which a change of the catalogue may go unseen. */
const FRESH = 60_000

let kept: { until: number; products: Promise<Product[]> } | undefined

/** Every product, by name. Public. Held in memory for a minute, so that the search keeps its index too. */
export async function catalogue(on: Database = db): Promise<Product[]> {
  if (kept && kept.until > Date.now()) return kept.products
  const reading = read(on)
  kept = { until: Date.now() + FRESH, products: reading }
  reading.catch(() => {
    kept = undefined
  })
  return reading
}

/** One product, or null; a malformed id is nobody's. */
export async function findProduct(id: string, on: Database = db): Promise<Product | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [found] = await on.select(columns).from(products).where(eq(products.id, id))
  return found ?? null
}

/** What a text names: one product, several that it may mean (none: nothing we know), or another maker's equipment. */
export type Identified = { product: Product } | { choices: Product[] } | { maker: string }

/** Reads what a member typed as a model. `chosenId` is what they picked from a list; it holds while it fits the text. */
export async function identifyProduct(
  typed: string,
  chosenId?: string,
  on: Database = db,
): Promise<Identified> {
  const all = await catalogue(on)
  const found = searchProducts(typed, all)
  const chosen = found.find(({ id }) => id === chosenId)
  if (chosen) return { product: chosen }
  const maker = thirdParty(typed)
  if (maker) return { maker }
  const meant = namedProduct(typed, all) ?? (found.length === 1 ? found[0] : undefined)
  return meant ? { product: meant } : { choices: found }
}

async function read(on: Database): Promise<Product[]> {
  return on.select(columns).from(products).orderBy(asc(products.name))
}
