'use client'

import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { SESSION_WARNING, type TimeLeft } from '@/lib/identity/rules'

const SECOND = 1000
/** How often a tab that warns asks whether another one is in use. */
const AGAIN = 10 * SECOND

/** What there is to tell: nothing, that the session ends at `until` (of this browser's clock), or that it is over. */
export type Told = { say: 'nothing' | 'over' } | { say: 'ending'; until: number; extendable: boolean }

/**
 * Follows the session of this browser. The server is asked when two minutes should be left, and says how long it really is:
 * other tabs use the same session. Asking does not count as use; `extend` does.
 */
export function useTimeLeft() {
  const [told, setTold] = useState<Told>({ say: 'nothing' })
  const timer = useRef<number>(undefined)
  const channel = useRef<BroadcastChannel>(undefined)
  const path = usePathname()

  const ask = useCallback(async (method: 'GET' | 'POST' = 'GET') => {
    const rest = await fetchTimeLeft(method)
    if (rest) setTold(toldBy(rest))
    clearTimeout(timer.current)
    if (rest !== 'over') timer.current = window.setTimeout(ask, untilNextLook(rest))
    return rest
  }, [])

  useEffect(() => {
    const tabs = new BroadcastChannel('lumix-session')
    channel.current = tabs
    // Whoever opens a page uses the session, and may have just signed in for a tab that says it is over.
    tabs.postMessage('used')
    const look = () => void (document.visibilityState === 'visible' && ask())
    tabs.addEventListener('message', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer.current)
      tabs.close()
      document.removeEventListener('visibilitychange', look)
    }
  }, [ask])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another use
  useEffect(() => void ask(), [ask, path])

  async function extend() {
    await ask('POST')
    channel.current?.postMessage('used')
  }
  return { told, extend }
}

/** What the server says; 'over' when nobody on the staff is signed in, undefined when it did not answer. */
export async function fetchTimeLeft(method: 'GET' | 'POST'): Promise<TimeLeft | 'over' | undefined> {
  try {
    const answer = await fetch('/staff/session', { method })
    if (answer.status === 401) return 'over'
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}

function toldBy(rest: TimeLeft | 'over'): Told {
  if (rest === 'over') return { say: 'over' }
  if (rest.left > SESSION_WARNING) return { say: 'nothing' }
  return { say: 'ending', until: Date.now() + rest.left, extendable: rest.extendable }
}

function untilNextLook(rest: TimeLeft | undefined) {
  if (!rest) return AGAIN
  if (rest.left > SESSION_WARNING) return rest.left - SESSION_WARNING
  return Math.min(AGAIN, rest.left)
}
