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
  /** The range of possible purchase dates. */
  days: { first: string; last: string }
  maxLines: number
}

/** A line in the browser; `place` is its number in the field names and stays the same when others are removed. */
type Line = { place: number; view: LineView; fresh?: boolean }

/** All products on one invoice. Every button works without JavaScript; with it, lines are added and removed at once. */
export function ListForm({ action, lines: serverLines, texts, days, maxLines }: Props) {
  const inside = useRef<HTMLDivElement>(null)
  const { saving, scheduleSave, pause } = useAutosave(inside)
  const [lines, setLines] = useState<Line[]>(() => serverLines.map((view, place) => ({ place, view })))
  const [lastServerLines, setLastServerLines] = useState(serverLines)
  if (lastServerLines !== serverLines) {
    // The server has re-read the list, in the order it was sent.
    setLastServerLines(serverLines)
    if (serverLines.length === lines.length)
      setLines(lines.map((line, index) => ({ ...line, view: serverLines[index] ?? line.view })))
  }

  function add() {
    const last = lines.at(-1)
    const place = (last?.place ?? -1) + 1
    const view = { ...EMPTY, ...(last && purchaseOf(inside.current, last.place)) }
    setLines([...lines, { place, view, fresh: true }])
    scheduleSave()
  }

  function remove(place: number) {
    const rest = lines.filter((line) => line.place !== place)
    setLines(rest.length > 0 ? rest : [{ place: place + 1, view: EMPTY, fresh: true }])
    scheduleSave()
  }

  return (
    <Form action={action} onInput={() => scheduleSave()} onSubmitCapture={pause}>
      {/* The default button for the Enter key, which triggers a form's first button. */}
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
            onPick={() => scheduleSave()}
            remove={lines.length > 1 ? { value: `remove.${index}`, act: () => remove(place) } : undefined}
          />
        ))}
      </div>
      {lines.length < maxLines ? (
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
        {/* Only failures are announced, or screen readers would speak at every pause in typing. */}
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

/** Products on one invoice usually have the same dealer and date. */
function purchaseOf(inside: HTMLElement | null, place: number) {
  const typed = (field: string) =>
    inside?.querySelector<HTMLInputElement>(`[name="lines.${place}.${field}"]`)?.value ?? ''
  return { purchasedOn: typed('purchasedOn'), dealer: typed('dealer') }
}
