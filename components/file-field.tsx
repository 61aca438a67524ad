'use client'

import { type ComponentProps, useState } from 'react'
import styles from './controls.module.css'
import { type FieldTexts, Frame, useField } from './field-frame'

type Props = FieldTexts &
  Omit<ComponentProps<'input'>, keyof FieldTexts | 'className' | 'type'> & {
    /** Size limit, and the message for a larger file: shown at once, since the server does not even read a form that is too large. */
    maxBytes: number
    tooLarge: string
  }

/** A small file that is sent with the rest of its form. */
export function FileField({ maxBytes, tooLarge, inputClassName = '', ...props }: Props) {
  const [refused, setRefused] = useState(false)
  const { own, frame, control } = useField({ ...props, error: refused ? tooLarge : props.error })
  const { defaultValue: _, ...wired } = control
  return (
    <Frame {...frame}>
      <input
        {...own}
        {...wired}
        type="file"
        className={`${styles.box} py-2.5 file:mr-4 file:rounded-sm file:border file:border-edge file:bg-panel file:px-3 file:py-1 file:font-medium file:text-ink ${inputClassName}`}
        onChange={({ currentTarget }) => {
          const large = (currentTarget.files?.[0]?.size ?? 0) > maxBytes
          setRefused(large)
          if (large) currentTarget.value = ''
        }}
      />
    </Frame>
  )
}
