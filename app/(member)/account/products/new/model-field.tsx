'use client'

import { type KeyboardEvent, use, useId, useRef, useState } from 'react'
import { RadioGroup, TextField } from '@/components/field'
import { FormContext } from '@/components/form'
import type { Product } from '@/lib/products/rules'
import { ModelNote } from './model-note'
import { Suggestions } from './suggestions'
import { useFinder } from './use-finder'
import type { FormWords, LineView } from './views'

type Props = { name: string; view: LineView; texts: FormWords; autoFocus?: boolean; onPick: () => void }

/**
 * The model, by any spelling. Without JavaScript it is a text that the server looks up; with it, a combobox (ARIA 1.2,
 * list autocomplete) whose catalogue comes when the field is first visited.
 */
export function ModelField({ name, view, texts, autoFocus, onPick }: Props) {
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const { find, load } = useFinder()
  const [typed, setTyped] = useState<string>()
  const [picked, setPicked] = useState<Product>()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)

  // What the server read stands until the text is another one.
  const touched = typed !== undefined && typed !== view.model
  const found = touched && !picked ? find?.(typed) : undefined
  const options = open ? (found?.products ?? []) : []
  const product = picked ?? (touched ? found?.product : view.product)
  const choices = touched ? [] : view.choices
  const refused = use(FormContext)?.state?.errors?.[`${name}.model`] !== undefined

  function type(text: string) {
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
    onPick()
  }

  function press(event: KeyboardEvent) {
    const current = options[active]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0
    if (event.key === 'Escape') setOpen(false)
    if (event.key === 'Enter' && current) pick(current)
    if (step && current) setActive((active + step + options.length) % options.length)
    if (step && !current) setOpen(typed !== undefined)
    if (step || (event.key === 'Enter' && current)) event.preventDefault()
  }

  return (
    <div className="grid content-start gap-2">
      <div className="relative">
        <TextField
          ref={input}
          name={`${name}.model`}
          label={texts.model}
          hint={texts.modelHint}
          defaultValue={view.model}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={200}
          required
          autoFocus={autoFocus}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? list : undefined}
          aria-activedescendant={options.length > 0 ? `${list}-${active}` : undefined}
          onFocus={load}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
        />
        {options.length > 0 && (
          <Suggestions id={list} options={options} active={active} texts={texts.finder} pick={pick} />
        )}
      </div>
      <ModelNote
        product={product}
        maker={found?.maker}
        declined={touched || refused ? undefined : view.maker}
        unknown={found?.products.length === 0}
        texts={texts.finder}
      />
      {choices.length > 0 ? (
        <RadioGroup name={`${name}.productId`} label={texts.whichOne} options={choices} />
      ) : (
        <input type="hidden" name={`${name}.productId`} value={product?.id ?? ''} />
      )}
    </div>
  )
}
