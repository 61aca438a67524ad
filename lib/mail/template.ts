import type { ReactNode } from 'react'
import type { Voice } from './voice'

/** A mail without its page. `preview` is the line that a list of mails shows after the subject. */
type Sheet = {
  subject: string
  preview: string
  heading: string
  firstName?: string
  body: ReactNode
}

/** Writes one kind of mail from its facts. */
export type Template<F> = (facts: F, voice: Voice) => Sheet
