'use client'

import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { SESSION_WARNING, type TimeLeft } from '@/lib/identity/sessions/rules'

const SECOND = 1000
/** How often a tab that shows the warning checks whether another one was used. */
const RETRY_INTERVAL = 10 * SECOND

/** What to show: nothing, that the session ends at `until` (by this browser's clock), or that it is over. */
export type SessionNotice =
  | { kind: 'nothing' | 'over' }
  | { kind: 'ending'; until: number; extendable: boolean }

/**
 * Tracks this browser's session. The server is queried when two minutes should be left, and returns the actual time: other
 * tabs use the same session. Querying does not count as use; `extend` does.
 */
export function useTimeLeft() {
  const [notice, setNotice] = useState<SessionNotice>({ kind: 'nothing' })
  const timer = useRef<number>(undefined)
  const channel = useRef<BroadcastChannel>(undefined)
  const path = usePathname()

  const refresh = useCallback(async (method: 'GET' | 'POST' = 'GET') => {
    const timeLeft = await fetchTimeLeft(method)
    if (timeLeft) setNotice(noticeFor(timeLeft))
    clearTimeout(timer.current)
    if (timeLeft !== 'over') timer.current = window.setTimeout(refresh, delayUntilNextCheck(timeLeft))
    return timeLeft
  }, [])

  useEffect(() => {
    const tabs = new BroadcastChannel('lumix-session')
    channel.current = tabs
    // Opening a page uses the session, and may follow a sign-in while another tab shows that it is over.
    tabs.postMessage('used')
    const refreshIfVisible = () => void (document.visibilityState === 'visible' && refresh())
    tabs.addEventListener('message', refreshIfVisible)
    document.addEventListener('visibilitychange', refreshIfVisible)
    return () => {
      clearTimeout(timer.current)
      tabs.close()
      document.removeEventListener('visibilitychange', refreshIfVisible)
    }
  }, [refresh])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is a new use
  useEffect(() => void refresh(), [refresh, path])

  async function extend() {
    await refresh('POST')
    channel.current?.postMessage('used')
  }
  return { notice, extend }
}

/** Returns the server's answer; 'over' if no staff member is signed in, undefined if it did not answer. */
export async function fetchTimeLeft(method: 'GET' | 'POST'): Promise<TimeLeft | 'over' | undefined> {
  try {
    const answer = await fetch('/staff/session', { method })
    if (answer.status === 401) return 'over'
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}

function noticeFor(timeLeft: TimeLeft | 'over'): SessionNotice {
  if (timeLeft === 'over') return { kind: 'over' }
  if (timeLeft.left > SESSION_WARNING) return { kind: 'nothing' }
  return { kind: 'ending', until: Date.now() + timeLeft.left, extendable: timeLeft.extendable }
}

function delayUntilNextCheck(timeLeft: TimeLeft | undefined) {
  if (!timeLeft) return RETRY_INTERVAL
  if (timeLeft.left > SESSION_WARNING) return timeLeft.left - SESSION_WARNING
  return Math.min(RETRY_INTERVAL, timeLeft.left)
}
