'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Looks again, a few times, for what the worker is about to finish. Without JavaScript the page says where things stand. */
export function Renew() {
  const router = useRouter()
  useEffect(() => {
    let left = 8
    const timer = setInterval(() => (left-- > 0 ? router.refresh() : clearInterval(timer)), 1500)
    return () => clearInterval(timer)
  }, [router])
  return null
}
