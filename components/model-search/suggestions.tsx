'use client'

import { useEffect, useRef } from 'react'
import type { Product } from '@/lib/catalogue/rules'
import { fill } from '../fill'

type Props = {
  id: string
  options: readonly Product[]
  active: number
  /** The name of the list, and the number of matches: `{count}` is filled in. */
  texts: { suggestions: string; matches: string }
  pick: (product: Product) => void
}

/** The list of a combobox. The focus stays in the field, which refers to the active option. */
export function Suggestions({ id, options, active, texts, pick }: Props) {
  const list = useRef<HTMLDivElement>(null)
  // On a phone the list would open below the visible area.
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another option becomes active
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={texts.suggestions}
        className="absolute inset-x-0 scroll-mb-20 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded-md border border-edge bg-well py-1 shadow-[0_1rem_2.5rem_rgb(0_0_0/0.18)]"
      >
        {options.map((product, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          <div
            key={product.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="grid min-h-11 cursor-pointer content-center px-4 py-2 leading-snug hover:bg-panel aria-selected:bg-ink aria-selected:text-paper"
            // Keeps the focus in the field, or its blur would close this list before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(product)}
          >
            <span className="font-medium">{product.name}</span>
            <span className="mono opacity-80">{product.modelNumber}</span>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {fill(texts.matches, { count: options.length })}
      </p>
    </>
  )
}
