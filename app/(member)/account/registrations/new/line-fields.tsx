'use client'

import { X } from 'lucide-react'
import { type ChangeEvent, useId, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { DateField, TextField } from '@/components/field'
import { fill } from '@/components/fill'
import Link from '@/components/link'
import { looksMistyped } from '@/lib/registrations/rules'
import { ModelField } from './model-field'
import type { FormWords, LineView } from './views'

type Props = {
  /** The prefix of the field names, such as `lines.0`. */
  name: string
  number: number
  view: LineView
  /** Just added by the user: its first field gets the focus. */
  fresh?: boolean
  texts: FormWords
  days: { first: string; last: string }
  onPick: () => void
  remove?: { value: string; act: () => void }
}

/** One product of the list. */
export function LineFields({ name, number, view, fresh, texts, days, onPick, remove }: Props) {
  const heading = useId()
  // Hints are shown for the first product only.
  const words = number === 1 ? texts : { ...texts, modelHint: '', serialHint: '', dealerHint: '' }
  return (
    <fieldset aria-labelledby={heading} className="panel grid min-w-0 gap-6">
      <div className="flex min-h-11 items-center justify-between gap-4">
        <h2 id={heading} className="text-xl">
          {fill(texts.line, { number })}
        </h2>
        {remove && <RemoveButton {...remove} texts={texts} number={number} />}
      </div>
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
        <ModelField name={name} view={view} texts={words} autoFocus={fresh} onPick={onPick} />
        <SerialField name={name} view={view} texts={words} />
        <DateField
          name={`${name}.purchasedOn`}
          label={texts.purchasedOn}
          defaultValue={view.purchasedOn}
          min={days.first}
          max={days.last}
          required
        />
        <TextField
          name={`${name}.dealer`}
          label={texts.dealer}
          hint={words.dealerHint}
          defaultValue={view.dealer}
          autoComplete="off"
          maxLength={200}
          required
        />
      </div>
    </fieldset>
  )
}

/** The serial number as printed. An unusual one is pointed out but accepted. */
function SerialField({ name, view, texts }: Pick<Props, 'name' | 'view' | 'texts'>) {
  const remark = useId()
  const [odd, setOdd] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // After a pause and not on blur: a line that appears while the user is pressing a button would shift the button away.
  function checkSerial({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOdd(value.trim() !== '' && looksMistyped(value)), 800)
  }

  return (
    <div className="grid content-start gap-2">
      <TextField
        name={`${name}.serial`}
        label={texts.serial}
        hint={texts.serialHint}
        defaultValue={view.serial}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        required
        inputClassName="mono"
        aria-describedby={odd ? remark : undefined}
        onChange={checkSerial}
      />
      <p id={remark} role="status" className="text-warning empty:hidden">
        {odd && texts.serialOdd}
      </p>
      {view.own && (
        <Link className="link justify-self-start py-2" href={view.own.href}>
          {view.own.label}
        </Link>
      )}
    </div>
  )
}

type RemoveProps = { value: string; act: () => void; texts: FormWords; number: number }

function RemoveButton({ value, act, texts, number }: RemoveProps) {
  return (
    <Button
      type="submit"
      name="intent"
      value={value}
      variant="quiet"
      size="small"
      className="-mr-3"
      aria-label={fill(texts.removeLine, { number })}
      onClick={(event) => {
        event.preventDefault()
        act()
      }}
    >
      <X aria-hidden="true" />
      {texts.remove}
    </Button>
  )
}
