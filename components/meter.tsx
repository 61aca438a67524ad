import type { ReactNode } from 'react'
import styles from './meter.module.css'

type Props = {
  /** What is counted, such as "Products towards Gold". */
  label: ReactNode
  /** The same in words, such as "4 of 6 verified, 1 in review". */
  text: ReactNode
  verified: number
  pending?: number
  needed: number
}

/** Progress towards a number, like the scale in a viewfinder: verified is filled, pending is hatched. */
export function Meter({ label, text, verified, pending = 0, needed }: Props) {
  const marks = Array.from({ length: Math.max(needed, 1) }, (_, index) => index)
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span className="font-semibold">{label}</span>
        <span className="text-soft">{text}</span>
      </p>
      <div className={styles.scale} aria-hidden="true">
        {marks.map((index) => (
          <span
            key={index}
            data-state={index < verified ? 'verified' : index < verified + pending ? 'pending' : 'open'}
          />
        ))}
      </div>
    </div>
  )
}
