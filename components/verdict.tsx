import type { ReactNode } from 'react'
import styles from './verdict.module.css'

export type VerdictTone = 'valid' | 'invalid' | 'mismatch'
type Props = {
  tone: VerdictTone
  /** VALID, NOT VALID or DOES NOT MATCH, in the user's language. */
  word: string
  /** The reason or the consequence, in one sentence. */
  reason?: ReactNode
  /** The heading's level on its page. */
  as?: 'h1' | 'h2'
}

/** The result of a check, readable from two metres: a word, a symbol, a colour. */
export function Verdict({ tone, word, reason, as: Heading = 'h1' }: Props) {
  return (
    <div className={styles.verdict} data-tone={tone} role="status">
      <div className={styles.inner}>
        <svg viewBox="0 0 64 64" aria-hidden="true">
          <path d={symbols[tone]} />
        </svg>
        <div className="min-w-0">
          <Heading data-long={word.length > 10 ? '' : undefined}>{word}</Heading>
          {reason && <p>{reason}</p>}
        </div>
      </div>
    </div>
  )
}

const symbols: Record<VerdictTone, string> = {
  valid: 'M10 34 26 50 55 15',
  invalid: 'M14 14 50 50M50 14 14 50',
  mismatch: 'M10 24H54M10 42H54M42 8 22 58',
}
