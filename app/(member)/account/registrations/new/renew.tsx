'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Refreshes the page a few times while the worker processes the file. Without JavaScript the page shows the state at load. */
export function Renew() {
  const router = useRouter()
  useEffect(() => {
    let left = 8
    const timer = setInterval(() => (left-- > 0 ? router.refresh() : clearInterval(timer)), 1500)
    return () => clearInterval(timer)
  }, [router])
  return null
}
