import type { ReactNode } from 'react'
import { Notice } from './notice'

type Props<Act extends string> = {
  /** What the page's address says was done. */
  done: unknown
  /** What can have been done here; of anything else nothing is said. */
  acts: readonly Act[]
  words: (act: Act) => ReactNode
}

/** Says on the page that follows an act that it went well. */
export function DoneNotice<Act extends string>({ done, acts, words }: Props<Act>) {
  const act = acts.find((one) => one === done)
  return (
    act && (
      <Notice tone="success" role="status">
        {words(act)}
      </Notice>
    )
  )
}
