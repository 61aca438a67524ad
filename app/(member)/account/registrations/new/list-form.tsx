'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Form } from '@/components/form'
import { SubmitButton } from '@/components/submit-button'
import type { FormState } from '@/lib/forms-state'
import { LineFields } from './line-fields'
import { useAutosave } from './use-autosave'
import type { FormWords, LineView } from './views'

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  lines: LineView[]
  texts: FormWords
  /** Between these calendar dates something can have been bought. */
  days: { first: string; last: string }
  most: number
}

/** A line in the browser; `place` is its number in the fields' names and stays when others are taken out. */
type Line = { place: number; view: LineView; fresh?: boolean }

/** All products on one invoice. Every button works before JavaScript has loaded; then lines come and go at once. */
export function ListForm({ action, lines: given, texts, days, most }: Props) {
  const inside = useRef<HTMLDivElement>(null)
  const { saving, later, pause } = useAutosave(inside)
  const [lines, setLines] = useState<Line[]>(() => given.map((view, place) => ({ place, view })))
  const [read, setRead] = useState(given)
  if (read !== given) {
    // The server has just read the list again, in the order it was sent.
    setRead(given)
    if (given.length === lines.length)
      setLines(lines.map((line, index) => ({ ...line, view: given[index] ?? line.view })))
  }

  function add() {
    const last = lines.at(-1)
    const place = (last?.place ?? -1) + 1
    const view = { ...EMPTY, ...(last && copiedFrom(inside.current, last.place)) }
    setLines([...lines, { place, view, fresh: true }])
    later()
  }

  function remove(place: number) {
    const rest = lines.filter((line) => line.place !== place)
    setLines(rest.length > 0 ? rest : [{ place: place + 1, view: EMPTY, fresh: true }])
    later()
  }

  return (
    <Form action={action} onInput={() => later()} onSubmitCapture={pause}>
      {/* What the Enter key presses, for it takes a form's first button. */}
      <button type="submit" name="intent" value="next" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <div ref={inside} className="grid gap-6">
        {lines.map(({ place, view, fresh }, index) => (
          <LineFields
            key={place}
            name={`lines.${place}`}
            number={index + 1}
            view={view}
            fresh={fresh}
            texts={texts}
            days={days}
            onPick={() => later()}
            remove={lines.length > 1 ? { value: `remove.${index}`, act: () => remove(place) } : undefined}
          />
        ))}
      </div>
      {lines.length < most ? (
        <Button
          type="submit"
          name="intent"
          value="add"
          variant="secondary"
          className="justify-self-stretch sm:justify-self-start"
          onClick={(event) => {
            event.preventDefault()
            add()
          }}
        >
          {texts.add}
        </Button>
      ) : (
        <p className="text-soft">{texts.addFull}</p>
      )}
      <div className="grid gap-4 pt-4">
        <div className="flex flex-wrap gap-3">
          <SubmitButton size="large" name="intent" value="next" className="max-sm:w-full">
            {texts.toInvoice}
          </SubmitButton>
          <SubmitButton size="large" variant="quiet" name="intent" value="save" className="max-sm:w-full">
            {texts.later}
          </SubmitButton>
        </div>
        {/* Only what went wrong is announced, or every pause in typing would speak. */}
        <p className="min-h-7 text-soft empty:hidden">
          {saving === 'saved' ? texts.saved : saving === 'typed' ? texts.saves : ''}
        </p>
        <p role="status" className="text-warning empty:hidden">
          {saving === 'failed' && texts.notSaved}
        </p>
      </div>
    </Form>
  )
}

const EMPTY: LineView = {
  model: '',
  serial: '',
  purchasedOn: '',
  dealer: '',
  product: undefined,
  choices: [],
  maker: undefined,
  own: undefined,
}

/** Things on one invoice come from one dealer on one day. */
function copiedFrom(inside: HTMLElement | null, place: number) {
  const typed = (field: string) =>
    inside?.querySelector<HTMLInputElement>(`[name="lines.${place}.${field}"]`)?.value ?? ''
  return { purchasedOn: typed('purchasedOn'), dealer: typed('dealer') }
}
