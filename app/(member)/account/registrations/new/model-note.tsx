import { Check } from 'lucide-react'
import { fill } from '@/components/fill'
import type { Product } from '@/lib/catalogue/rules'
import type { FormWords } from './views'

type Props = {
  product?: Pick<Product, 'name' | 'modelNumber' | 'qualifying'>
  /** The other maker, detected while typing; `declined` is the server's message for the same. */
  maker?: string | null
  declined?: string
  /** Nothing similar is in the catalogue. */
  unknown?: boolean
  texts: FormWords['finder']
}

/** How a model was understood, shown immediately to avoid later refusals. */
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
