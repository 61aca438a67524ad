'use client'

import { type ReactNode, use, useId } from 'react'
import { FormContext, fieldId } from './form'

export type FieldTexts = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** The word after the label of a field that may stay empty, such as "(optional)". */
  optional?: string
  /** Overrides the error from the form's state. */
  error?: string
  inputClassName?: string
}

export type FrameProps = Pick<FieldTexts, 'label' | 'hint' | 'optional' | 'error'> & { id: string }
type FieldProps = FieldTexts & {
  id?: string
  defaultValue?: unknown
  required?: boolean
  'aria-describedby'?: string
}

/** Splits the props of a field into texts (`frame`), wiring (`control`) and the element's own (`own`). */
export function useField<P extends FieldProps>(props: P) {
  const { label, hint, optional, error: ownError, id: ownId, defaultValue, ...own } = props
  const form = use(FormContext)
  const fallbackId = useId()
  const id = ownId ?? fieldId(form?.id ?? fallbackId, props.name)
  const error = ownError ?? form?.state?.errors?.[props.name]
  const values = form?.state?.values
  const sent = values && [values[props.name] ?? []].flat()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`, props['aria-describedby']]

  return {
    own,
    sent,
    frame: { id, label, hint, optional, error },
    control: {
      id,
      defaultValue: sent ? sent[0] : (defaultValue as string | number | undefined),
      'aria-describedby': describedBy.filter(Boolean).join(' ') || undefined,
      'aria-invalid': error ? true : undefined,
    },
  }
}

export function Frame({ children, ...frame }: FrameProps & { children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 content-start gap-1.5">
      <label htmlFor={frame.id} className="font-medium">
        <Label {...frame} />
      </label>
      <Hint {...frame} />
      {children}
      <ErrorLine {...frame} />
    </div>
  )
}

export function Label({ label, optional }: FrameProps) {
  return (
    <>
      {label}
      {optional && <span className="font-normal text-soft"> {optional}</span>}
    </>
  )
}

export function Hint({ id, hint }: FrameProps) {
  if (!hint) return null
  return (
    <p id={`${id}-hint`} className="max-w-[62ch] text-soft">
      {hint}
    </p>
  )
}

export function ErrorLine({ id, error }: FrameProps) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="flex gap-2 font-medium text-danger">
      <svg viewBox="0 0 20 20" aria-hidden="true" className="mt-1 size-5 shrink-0 fill-current">
        <path d="M10 1.5 19 18H1zM9 7v5h2V7zm0 6.5v2h2v-2z" fillRule="evenodd" />
      </svg>
      {error}
    </p>
  )
}
