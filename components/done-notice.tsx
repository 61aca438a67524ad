import type { ReactNode } from 'react'
import { Notice } from './notice'

type Props<Act extends string> = {
  /** The `done` parameter of the page's address. */
  done: unknown
  /** The possible values; any other shows nothing. */
  acts: readonly Act[]
  words: (act: Act) => ReactNode
}

/** A success message on the page that follows an action. */
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
