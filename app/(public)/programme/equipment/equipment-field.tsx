'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useTransition } from 'react'
import { buttonClass } from '@/components/button'
import controls from '@/components/controls.module.css'
import { Suggestions } from '@/components/model-search/suggestions'
import { useModelSearch } from '@/components/model-search/use-model-search'
import { Wait } from '@/components/wait'
import { equipmentAddress } from './address'

type Texts = {
  field: string
  hint: string
  add: string
  waiting: string
  suggestions: string
  matches: string
}
type Props = {
  /** The items so far, as in the address. */
  items: readonly string[]
  texts: Texts
}

/** Adds an item: a form that navigates to the longer address; with JavaScript by one key, and in place. */
export function EquipmentField({ items, texts }: Props) {
  const router = useRouter()
  const [waiting, start] = useTransition()
  const { field, list, clear } = useModelSearch((product) => add(product.modelNumber))

  // Clears the field once its text was added. What was typed before hydration stays.
  const count = useRef(items.length)
  useEffect(() => {
    if (count.current !== items.length) clear()
    count.current = items.length
  })

  function add(item: string) {
    start(() => router.push(equipmentAddress([...items, item]), { scroll: false }))
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = field.ref.current?.value.trim()
    if (typed) add(typed)
  }

  return (
    <form action="/programme/equipment" onSubmit={submit} className="grid gap-1.5">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two of the same are two
        <input key={index} type="hidden" name="m" value={item} />
      ))}
      <label htmlFor="equipment-field" className="font-medium">
        {texts.field}
      </label>
      <p id="equipment-hint" className="max-w-[62ch] text-soft">
        {texts.hint}
      </p>
      <div className="flex flex-wrap gap-3">
        <div className="relative min-w-0 flex-1 basis-64">
          <input
            {...field}
            id="equipment-field"
            name="m"
            type="text"
            aria-describedby="equipment-hint"
            maxLength={200}
            className={controls.box}
          />
          {list && <Suggestions {...list} texts={texts} />}
        </div>
        <button type="submit" aria-disabled={waiting} className={buttonClass({})}>
          {waiting && <Wait role="img" aria-label={texts.waiting} />}
          {texts.add}
        </button>
      </div>
    </form>
  )
}
