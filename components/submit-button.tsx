'use client'

import { type ComponentProps, use } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button'
import { FormTextsContext } from './form-texts'
import { Wait } from './wait'

type Props = Omit<ComponentProps<'button'>, 'type'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  wide?: boolean
}

/** Submits the form once, however often it is pressed, and shows a spinner after 300 ms. */
export function SubmitButton({ variant, size, wide, className, children, onClick, ...rest }: Props) {
  const { pending, data } = useFormStatus()
  const { waiting } = use(FormTextsContext)
  const isPressed = pending && (!rest.name || data?.get(rest.name) === rest.value)

  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      className={buttonClass({ variant, size, wide }, className)}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {children}
      {isPressed && (
        <Wait role="status">
          <span className="sr-only">{waiting}</span>
        </Wait>
      )}
    </button>
  )
}
