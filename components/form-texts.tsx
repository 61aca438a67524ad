'use client'

import { createContext, type ReactNode } from 'react'

export type FormTexts = {
  /** Heading of the summary of errors. */
  summary: string
  /** Said while the server works. */
  waiting: string
  /** Said when the connection broke before an answer came. */
  lost: string
  /** Said when the session has ended meanwhile, and the link to sign in with. */
  signedOut: string
  signIn: string
  /** Said when a passkey did not come about, or was not used. */
  passkey: { cancelled: string; known: string; failed: string; unsupported: string; scriptless: string }
}

export const FormTextsContext = createContext<FormTexts>({
  summary: 'Something is missing',
  waiting: 'One moment, please',
  lost: 'The connection was lost. What you typed is still here; please send it again.',
  signedOut:
    'You have been signed out meanwhile. What you typed is still here: sign in in another tab, then send it again.',
  signIn: 'Sign in in another tab',
  passkey: {
    cancelled: 'Nothing was sent. Press again whenever you like.',
    known: 'There is a passkey on this device already.',
    failed: 'That did not work on this device. Try once more, or another device.',
    unsupported: 'This browser has no passkeys.',
    scriptless: 'Passkeys need JavaScript.',
  },
})

/** Asked by a form before it sends; says yes when the session is known to have ended since the page was opened. */
export const SignedOutContext = createContext<() => Promise<boolean>>(async () => false)

/** Stands once in the root layout and gives every form its few common sentences in the person's language. */
export function FormTextsProvider({ texts, children }: { texts: FormTexts; children: ReactNode }) {
  return <FormTextsContext value={texts}>{children}</FormTextsContext>
}
