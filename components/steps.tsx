import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './steps.module.css'

type Step = { key: string; label: ReactNode; note?: ReactNode; state: 'done' | 'current' | 'todo' }
type Props = {
  items: readonly Step[]
  label: string
  /** Announced after a completed step, such as "done". */
  doneWord: string
  /** 'row' for the progress at the top of a page, 'column' for a history or a plan. */
  layout?: 'row' | 'column'
}

/** A list of steps with their progress. */
export function Steps({ items, label, doneWord, layout = 'row' }: Props) {
  return (
    <ol aria-label={label} className={styles.steps} data-layout={layout}>
      {items.map(({ key, label, note, state }) => (
        <li key={key} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span className={styles.mark} aria-hidden="true">
            {state === 'done' && <Check strokeWidth={3} />}
          </span>
          <span className="min-w-0 pb-1">
            <span className={styles.name}>{label}</span>
            {state === 'done' && <span className="sr-only"> ({doneWord})</span>}
            {note && <span className="block text-soft">{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
