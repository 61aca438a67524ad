'use client'

import { createContext, type ReactNode } from 'react'

export type FormTexts = {
  /** Heading of the summary of errors. */
  summary: string
  /** Announced while the server works. */
  waiting: string
  /** Shown when the connection was lost before the response. */
  lost: string
  /** Shown when the session has ended in the meantime, and the label of the sign-in link. */
  signedOut: string
  signIn: string
  /** Shown when creating or using a passkey failed. */
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

/** Called by a form before it sends: whether the session is known to have ended since the page was opened. */
export const SignedOutContext = createContext<() => Promise<boolean>>(async () => false)

/** Used once, in the root layout: provides every form with its common texts in the user's language. */
export function FormTextsProvider({ texts, children }: { texts: FormTexts; children: ReactNode }) {
  return <FormTextsContext value={texts}>{children}</FormTextsContext>
}
