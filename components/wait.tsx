import type { ComponentProps } from 'react'
import styles from './wait.module.css'

/** A spinner that appears after 300 ms. */
export function Wait(props: ComponentProps<'span'>) {
  return <span {...props} className={styles.wait} />
}
