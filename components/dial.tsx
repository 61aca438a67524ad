import styles from './dial.module.css'

/** The scale of a lens, engraved at the right edge of its surface. Decoration only. */
export function Dial() {
  return (
    <span data-dial="" aria-hidden="true" className={styles.dial}>
      <span className={styles.sheen} />
      <svg viewBox="0 0 200 200" aria-hidden="true" className={styles.scale}>
        <circle cx="100" cy="100" r="98.5" strokeWidth="0.5" />
        <circle cx="100" cy="100" r="93.5" strokeWidth="3" pathLength="360" strokeDasharray="0.36 2.64" />
        <circle cx="100" cy="100" r="92" strokeWidth="6" pathLength="360" strokeDasharray="0.6 14.4" />
        <circle cx="100" cy="100" r="84" strokeWidth="0.5" />
        <circle cx="100" cy="100" r="56" strokeWidth="0.5" />
        <circle cx="28" cy="58.4" r="2.4" className={styles.index} />
      </svg>
    </span>
  )
}
