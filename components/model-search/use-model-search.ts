'use client'

import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Product } from '@/lib/catalogue/rules'
import { useFinder } from './use-finder'

/**
 * A field for a model by any spelling: state and keyboard handling of a combobox (ARIA 1.2, list autocomplete). `field` goes
 * to the input, `list` to `Suggestions`. The catalogue is loaded when the field first gets the focus; until then, and without
 * JavaScript, it is a plain text field.
 */
export function useModelSearch(onPick: (product: Product) => void) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { find, load } = useFinder()
  const [typed, setTyped] = useState<string>()
  const [picked, setPicked] = useState<Product>()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const match = typed !== undefined && !picked ? find?.(typed) : undefined
  const options = open ? (match?.products ?? []) : []
  const isOpen = options.length > 0

  function changeText(text: string) {
    setTyped(text)
    setPicked(undefined)
    setActive(0)
    setOpen(text.trim() !== '')
  }

  function pick(chosen: Product) {
    if (input.current) input.current.value = chosen.name
    setTyped(chosen.name)
    setPicked(chosen)
    setOpen(false)
    onPick(chosen)
  }

  /** Resets the field. */
  function clear() {
    if (input.current) input.current.value = ''
    setTyped(undefined)
    setPicked(undefined)
    setOpen(false)
  }

  function handleKey(event: KeyboardEvent) {
    const current = options[active]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0
    if (event.key === 'Escape') setOpen(false)
    if (event.key === 'Enter' && current) pick(current)
    if (step && current) setActive((active + step + options.length) % options.length)
    if (step && !current) setOpen(typed !== undefined)
    if (step || (event.key === 'Enter' && current)) event.preventDefault()
  }

  const field = {
    ref: input,
    ...NO_AUTOCORRECT,
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    'aria-activedescendant': isOpen ? `${id}-${active}` : undefined,
    onFocus: load,
    onChange: (event: ChangeEvent<HTMLInputElement>) => changeText(event.currentTarget.value),
    onKeyDown: handleKey,
    onBlur: () => setOpen(false),
  } as const
  return { typed, picked, match, clear, field, list: isOpen ? { id, options, active, pick } : undefined }
}

/** A model number is not a word in any language. */
const NO_AUTOCORRECT = {
  autoComplete: 'off',
  autoCapitalize: 'off',
  autoCorrect: 'off',
  spellCheck: false,
} as const
