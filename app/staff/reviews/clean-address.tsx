'use client'

import { useEffect } from 'react'

/** Removes the result from the address, so that a reload or going back does not show it again. */
export function CleanAddress() {
  useEffect(() => window.history.replaceState(null, '', window.location.pathname), [])
  return null
}
