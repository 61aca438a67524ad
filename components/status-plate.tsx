import type { ReactNode } from 'react'
import { Dial } from './dial'
import type { Material } from './material'
import material from './material.module.css'
import styles from './status-plate.module.css'

type Props = {
  material: Material
  /** The name of the status: the page's heading. */
  status: string
  /** A line above it, such as the person's name. */
  eyebrow?: ReactNode
  /** A line below it, such as the validity. */
  until?: ReactNode
  /** Buttons; `variant="surface"` inherits the plate's colours. */
  actions?: ReactNode
  as?: 'h1' | 'h2'
}

/** The status as the top plate of a camera: a surface of its material with the word engraved large. */
export function StatusPlate({ material: tier, status, eyebrow, until, actions, as: Heading = 'h1' }: Props) {
  return (
    <div className={styles.frame}>
      <div className={`${material.material} ${styles.plate}`} data-material={tier}>
        <Dial />
        <div className={styles.words}>
          {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
          <Heading>{status}</Heading>
          {until && <p className={styles.until}>{until}</p>}
        </div>
        {actions && <div className={`${styles.actions} print:hidden!`}>{actions}</div>}
      </div>
    </div>
  )
}
