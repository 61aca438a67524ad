import type { ComponentProps } from 'react'
import styles from './wait.module.css'

/** The sign of a wait, which shows itself after 300 ms. */
export function Wait(props: ComponentProps<'span'>) {
  return <span {...props} className={styles.wait} />
}
