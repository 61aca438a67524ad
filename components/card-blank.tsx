import styles from './card-blank.module.css'
import { Dial } from './dial'
import type { Material } from './material'
import material from './material.module.css'

/** A card without a name, showing a status's material. Purely decorative: the status is also given as text next to it. */
export function CardBlank({ material: tier, status }: { material: Material; status: string }) {
  return (
    <div className={styles.frame} aria-hidden="true">
      <div className={`${material.material} ${styles.blank}`} data-material={tier}>
        <Dial />
        <span className={styles.brand}>
          LUMIX <span>PRO</span>
        </span>
        <span className={styles.status}>{status}</span>
      </div>
    </div>
  )
}

type StackProps = { cards: readonly { material: Material; status: string }[] }

/** A stack of all cards, seen from the side, with the first at the bottom. */
export function CardStack({ cards }: StackProps) {
  return (
    <div className={styles.stack} aria-hidden="true">
      {cards.map((card) => (
        <CardBlank key={card.material} {...card} />
      ))}
    </div>
  )
}
