import type { ReactNode } from 'react'
import type { Material } from './material'
import styles from './material.module.css'

type Props = { material: Material; size?: 'regular' | 'large'; children: ReactNode }

/** A status: a dot of its material, and its name. */
export function StatusTag({ material, size = 'regular', children }: Props) {
  return (
    <span
      className={`inline-flex items-center font-semibold ${size === 'large' ? 'gap-4 text-3xl tracking-[-0.022em]' : 'gap-2.5'}`}
    >
      <span
        aria-hidden="true"
        data-material={material}
        className={`${styles.material} shrink-0 rounded-full ${size === 'large' ? 'size-[0.8em]' : 'size-5'}`}
      />
      {children}
    </span>
  )
}
