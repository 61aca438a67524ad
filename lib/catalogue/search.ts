import { type Product, thirdParty } from './rules'
import { isInFull, partCost, plainCost, readingsOf, typosCost } from './search/costs'
import { entryOf, type SearchEntry } from './search/entries'

/**
 * Returns the products that a query may mean, best first, at most `limit`: by any spelling of model number, name or alias, with a
 * dealer's suffixes, by its start, by some of its words, or with typos. An exact spelling ranks before a start, a start before
 * words, words before a typo; among equals qualifying products come first, then catalogue order. An empty query finds nothing.
 * Pass the same array again: it is indexed once.
 */
export function searchProducts<P extends Product>(query: string, catalogue: readonly P[], limit = 8): P[] {
  return rank(query, catalogue)
    .slice(0, limit)
    .map(({ product }) => product)
}

/**
 * Returns the one product that a text names in full, such as `DC-G9M2EB-K` or `lumix s5 mark 2`; null when it may mean several or
 * none.
 */
export function namedProduct<P extends Product>(text: string, catalogue: readonly P[]): P | null {
  const [first, second] = rank(text, catalogue)
  return first && isInFull(first.cost) && second?.cost !== first.cost ? first.product : null
}

/** What a text names: one product, several that it may mean (none: nothing we know), or another maker's equipment. */
export type Identified = { product: Product } | { choices: Product[] } | { maker: string }

/** Identifies what a member typed as a model. `chosenId` is what they picked from a list; it counts while it matches the text. */
export function identifyProduct(
  typed: string,
  chosenId: string | undefined,
  catalogue: readonly Product[],
): Identified {
  const candidates = searchProducts(typed, catalogue)
  const chosen = candidates.find(({ id }) => id === chosenId)
  if (chosen) return { product: chosen }
  const maker = thirdParty(typed)
  if (maker) return { maker }
  const meant = namedProduct(typed, catalogue) ?? (candidates.length === 1 ? candidates[0] : undefined)
  return meant ? { product: meant } : { choices: candidates }
}

const indexes = new WeakMap<readonly Product[], readonly SearchEntry[]>()

/** Typos are tried only when nothing matches exactly, and parts of the text only when that fails too. */
function rank<P extends Product>(query: string, catalogue: readonly P[]) {
  const readings = readingsOf(query)
  const index = indexOf(catalogue)
  for (const cost of [plainCost, typosCost, partCost]) {
    const results = matches(index, (entry) => cost(readings, entry))
    if (results.length > 0) return results
  }
  return []
}

function matches<P extends Product>(
  index: readonly SearchEntry<P>[],
  cost: (entry: SearchEntry<P>) => number,
) {
  return index
    .map((entry) => ({ product: entry.product, cost: cost(entry) }))
    .filter((one) => one.cost < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.cost - b.cost || Number(b.product.qualifying) - Number(a.product.qualifying))
}

function indexOf<P extends Product>(catalogue: readonly P[]): readonly SearchEntry<P>[] {
  const index = indexes.get(catalogue) ?? catalogue.map(entryOf)
  indexes.set(catalogue, index)
  return index as readonly SearchEntry<P>[]
}
