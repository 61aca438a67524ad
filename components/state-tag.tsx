import type { ReactNode } from 'react'
import styles from './state-tag.module.css'

export type Tone = 'success' | 'warning' | 'danger' | 'neutral' | 'info'

/** A state in one word. Conveyed by icon and word; the colour is redundant. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full py-0.5 pr-3 pl-2 font-medium ${tones[tone]}`}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" className={styles.sign}>
        <path d={icons[tone]} strokeDasharray={tone === 'neutral' ? '3.2 4.65' : undefined} />
      </svg>
      {children}
    </span>
  )
}

const ROUND = 'M22 12a10 10 0 1 1-20 0a10 10 0 1 1 20 0'
/** The library's icons as single paths: lists have one in every row, and the library's markup costs each row half a kilobyte twice. */
const icons: Record<Tone, string> = {
  success: `${ROUND}M9 12l2 2l4-4`,
  warning: `${ROUND}M12 8v4M12 16h.01`,
  danger: `${ROUND}M15 9l-6 6M9 9l6 6`,
  neutral: ROUND,
  info: `${ROUND}M12 6v6l4 2`,
}

const tones: Record<Tone, string> = {
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  neutral: 'text-soft ring-1 ring-edge ring-inset',
  info: 'bg-info-soft text-info',
}
