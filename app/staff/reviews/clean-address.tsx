'use client'

import { useEffect } from 'react'

/** Takes the answer out of the address, so that a reload or a way back does not say it again. */
export function CleanAddress() {
  useEffect(() => window.history.replaceState(null, '', window.location.pathname), [])
  return null
}
