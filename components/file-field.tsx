'use client'

import { type ComponentProps, useState } from 'react'
import styles from './controls.module.css'
import { type FieldTexts, Frame, useField } from './field-frame'

type Props = FieldTexts &
  Omit<ComponentProps<'input'>, keyof FieldTexts | 'className' | 'type'> & {
    /** Bytes, and the sentence for a file that has more: said at once, since a form that is too large is not even read. */
    maxBytes: number
    tooLarge: string
  }

/** A small file that a form sends with everything else. */
export function FileField({ maxBytes: most, tooLarge, inputClassName = '', ...props }: Props) {
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
          const large = (currentTarget.files?.[0]?.size ?? 0) > most
          setRefused(large)
          if (large) currentTarget.value = ''
        }}
      />
    </Frame>
  )
}
