import { type Product, thirdParty } from '@/lib/catalogue/rules'
import { namedProduct, searchProducts } from '@/lib/catalogue/search'

/** What a text may mean: whose equipment it is when not ours, else the products it finds, and the one it names for sure. */
type ModelMatch = { maker: string | null; products: Product[]; product?: Product }
export type Find = (typed: string) => ModelMatch

/** Fetches the catalogue and searches it in the browser, so that each key is answered at once. Loaded on demand. */
export async function createFinder(): Promise<Find> {
  const response = await fetch('/programme/models')
  if (!response.ok) throw new Error('The catalogue did not come.')
  const catalogue: Product[] = await response.json()
  return (typed) => {
    const maker = thirdParty(typed)
    const products = maker ? [] : searchProducts(typed, catalogue)
    const only = products.length === 1 ? products[0] : undefined
    return { maker, products, product: maker ? undefined : (namedProduct(typed, catalogue) ?? only) }
  }
}
