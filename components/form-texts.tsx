'use client'

import { createContext, type ReactNode } from 'react'

export type FormTexts = {
  /** Heading of the summary of errors. */
  summary: string
  /** Said while the server works. */
  waiting: string
  /** Said when the connection broke before an answer came. */
  lost: string
}

export const FormTextsContext = createContext<FormTexts>({
  summary: 'Something is missing',
  waiting: 'One moment, please',
  lost: 'The connection was lost. What you typed is still here; please send it again.',
})

/** Stands once in the root layout and gives every form its few common sentences in the person's language. */
export function FormTextsProvider({ texts, children }: { texts: FormTexts; children: ReactNode }) {
  return <FormTextsContext value={texts}>{children}</FormTextsContext>
}
