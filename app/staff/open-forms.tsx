'use client'

import { type ReactNode, useRef } from 'react'
import { SignedOutContext } from '@/components/form-texts'
import { fetchTimeLeft } from './time-left'

const MINUTE = 60_000

/**
 * Before it is sent, a form that has been open for more than a minute checks whether the session is still active, so that
 * nothing typed is lost if it is not. A newer one skips this, since a session rarely ends within a minute of its use.
 */
export function OpenForms({ children }: { children: ReactNode }) {
  const confirmedAt = useRef(Date.now())
  async function isSignedOut() {
    if (Date.now() - confirmedAt.current < MINUTE) return false
    const timeLeft = await fetchTimeLeft('GET')
    if (timeLeft === 'over') return true
    confirmedAt.current = Date.now()
    return false
  }
  return <SignedOutContext value={isSignedOut}>{children}</SignedOutContext>
}
