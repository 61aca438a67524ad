'use client'

import type { ComponentProps, ReactNode } from 'react'
import styles from './controls.module.css'
import { ErrorLine, type FieldTexts, Frame, Hint, Label, useField } from './field-frame'

type InputProps = FieldTexts & Omit<ComponentProps<'input'>, keyof FieldTexts | 'className'>

export function TextField({ inputClassName = '', ...props }: InputProps) {
  const { own, frame, control } = useField(props)
  return (
    <Frame {...frame}>
      <input type="text" {...own} {...control} className={`${styles.box} ${inputClassName}`} />
    </Frame>
  )
}

/** The browser's own date field; `min`, `max` and the value are written YYYY-MM-DD. */
export function DateField({ inputClassName = '', ...props }: InputProps) {
  return <TextField {...props} type="date" inputClassName={`max-w-60 ${inputClassName}`} />
}

/** The one-time code of a sign-in mail: large, spaced, and offered by the phone's keyboard. */
export function CodeField({ inputClassName = '', ...props }: InputProps) {
  return (
    <TextField
      autoComplete="one-time-code"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      {...props}
      inputClassName={`h-18! max-w-100 text-center font-mono text-[1.75rem] tracking-[0.18em] uppercase ${inputClassName}`}
    />
  )
}

type AreaProps = FieldTexts & Omit<ComponentProps<'textarea'>, keyof FieldTexts | 'className'>

export function TextAreaField({ inputClassName = '', ...props }: AreaProps) {
  const { own, frame, control } = useField(props)
  return (
    <Frame {...frame}>
      <textarea rows={4} {...own} {...control} className={`${styles.box} ${inputClassName}`} />
    </Frame>
  )
}

type Option = { value: string; label: string; disabled?: boolean }
type SelectProps = FieldTexts &
  Omit<ComponentProps<'select'>, keyof FieldTexts | 'className'> & {
    options: readonly Option[]
    /** The first, empty option, such as "Choose a country". */
    placeholder?: string
  }

export function SelectField({ options, placeholder, inputClassName = '', ...props }: SelectProps) {
  const { own, frame, control } = useField(props)
  return (
    <Frame {...frame}>
      <div className="relative">
        <select
          key={String(control.defaultValue)}
          {...own}
          {...control}
          className={`${styles.box} ${styles.select} ${inputClassName}`}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map(({ value, label, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {label}
            </option>
          ))}
        </select>
        <svg viewBox="0 0 20 20" aria-hidden="true" className={styles.chevron}>
          <path d="m5 7.5 5 5 5-5" />
        </svg>
      </div>
    </Frame>
  )
}

/** A single checkbox. `value` is what is sent when it is checked (default "on"). */
export function CheckboxField({ inputClassName = '', value = 'on', defaultChecked, ...props }: InputProps) {
  const { own, frame, control, sent } = useField(props)
  const ticked = sent ? sent.includes(String(value)) : defaultChecked
  return (
    <div>
      <label htmlFor={frame.id} className="flex min-h-11 items-start gap-3 py-2">
        <input
          {...own}
          {...control}
          key={String(ticked)}
          type="checkbox"
          value={value}
          defaultValue={undefined}
          defaultChecked={ticked}
          className={`${styles.tick} ${inputClassName}`}
        />
        <span className="max-w-[62ch]">{frame.label}</span>
      </label>
      <div className="grid gap-1.5 pl-[2.375rem]">
        <Hint {...frame} />
        <ErrorLine {...frame} />
      </div>
    </div>
  )
}

type Choice = Option & { hint?: ReactNode }
type RadioProps = FieldTexts & {
  options: readonly Choice[]
  defaultValue?: string
  required?: boolean
  /** Side by side instead of stacked. */
  inline?: boolean
}

/** A choice of one. Each option is a large target with its own hint. */
export function RadioGroup({ options, inline, inputClassName = '', ...props }: RadioProps) {
  const { frame, control } = useField(props)
  return (
    <fieldset className="grid content-start gap-2" aria-describedby={control['aria-describedby']}>
      <legend className="float-left w-full font-medium">
        <Label {...frame} />
      </legend>
      <Hint {...frame} />
      <ErrorLine {...frame} />
      <div className={`clear-both ${inline ? 'flex flex-wrap gap-3' : 'grid gap-3'}`}>
        {options.map((option, index) => (
          <label key={option.value} className={styles.choice}>
            <input
              id={index === 0 ? control.id : undefined}
              type="radio"
              name={props.name}
              value={option.value}
              disabled={option.disabled}
              required={props.required}
              key={String(control.defaultValue === option.value)}
              defaultChecked={control.defaultValue === option.value}
              aria-invalid={control['aria-invalid']}
              className={`${styles.tick} rounded-full! ${inputClassName}`}
            />
            <span>
              <span className="font-medium">{option.label}</span>
              {option.hint && <span className="block text-soft">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
