'use client'

import { type ReactNode, useRef } from 'react'
import { SignedOutContext } from '@/components/form-texts'
import { fetchTimeLeft } from './time-left'

const MINUTE = 60_000

/**
 * A form that has been open for more than a minute asks whether its session still lives before it is sent, so that what was
 * typed stays when it does not. A younger one does without, since a session hardly ever ends within a minute of its use.
 */
export function OpenForms({ children }: { children: ReactNode }) {
  const sure = useRef(Date.now())
  async function isSignedOut() {
    if (Date.now() - sure.current < MINUTE) return false
    const rest = await fetchTimeLeft('GET')
    if (rest === 'over') return true
    sure.current = Date.now()
    return false
  }
  return <SignedOutContext value={isSignedOut}>{children}</SignedOutContext>
}
