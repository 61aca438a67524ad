import { type Product, thirdParty } from '@/lib/catalogue/rules'
import { namedProduct, searchProducts } from '@/lib/catalogue/search'

/** What a text may mean: another maker's equipment, or the matching products, and the one it names unambiguously. */
type ModelMatch = { maker: string | null; products: Product[]; product?: Product }
export type Find = (typed: string) => ModelMatch

/** Fetches the catalogue and searches it in the browser, so that results follow each keystroke. Loaded on demand. */
export async function createFinder(): Promise<Find> {
  const response = await fetch('/programme/models')
  if (!response.ok) throw new Error('The catalogue could not be loaded.')
  const catalogue: Product[] = await response.json()
  return (typed) => {
    const maker = thirdParty(typed)
    const products = maker ? [] : searchProducts(typed, catalogue)
    const only = products.length === 1 ? products[0] : undefined
    return { maker, products, product: maker ? undefined : (namedProduct(typed, catalogue) ?? only) }
  }
}
