import { Check } from 'lucide-react'
import { fill } from '@/components/fill'
import type { Product } from '@/lib/catalogue/rules'
import type { FormWords } from './views'

type Props = {
  product?: Pick<Product, 'name' | 'modelNumber' | 'qualifying'>
  /** Whose equipment it is, found while typing; `declined` is the same as the server's sentence. */
  maker?: string | null
  declined?: string
  /** Nothing in the catalogue is like it. */
  unknown?: boolean
  texts: FormWords['finder']
}

/** What we make of a model: said at once, so that nobody finds out by a refusal. */
export function ModelNote({ product, maker, declined, unknown, texts }: Props) {
  const foreign = maker ? fill(texts.thirdParty, { maker }) : declined
  return (
    <div className="grid gap-1 empty:hidden">
      {product && (
        <p className="flex gap-2 text-success">
          <Check aria-hidden="true" className="mt-1 size-5 shrink-0" strokeWidth={2.4} />
          <span>{fill(texts.found, { name: product.name, modelNumber: product.modelNumber })}</span>
        </p>
      )}
      <p role="status" className="text-warning empty:hidden">
        {product && !product.qualifying && texts.countsNot}
        {foreign}
        {unknown && !foreign && texts.noMatch}
      </p>
    </div>
  )
}
