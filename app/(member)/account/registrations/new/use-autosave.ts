'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/** 'typed' until saved; 'failed' while there is no connection and saving is retried. */
export type Saving = 'none' | 'typed' | 'saved' | 'failed'

const ADDRESS = '/account/registrations/new/draft'
const PAUSE = 500
const RETRY = 5_000
/** Just below the browsers' size limit for a keepalive request. */
const MAX_KEEPALIVE_LENGTH = 60_000

/**
 * Saves a form's lines on the server: shortly after each change, again after a failure, and when the page is left.
 * Call `scheduleSave` after a change and `pause` when the form itself is sent.
 */
export function useAutosave(inside: RefObject<HTMLElement | null>) {
  const [saving, setSaving] = useState<Saving>('none')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const retryTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const request = useRef<AbortController>(undefined)

  function scheduleSave() {
    stop()
    setSaving('typed')
    timer.current = setTimeout(save, PAUSE)
  }

  async function save() {
    stop()
    const current = new AbortController()
    request.current = current
    const done = await send(contentOf(inside.current), current.signal)
    if (current.signal.aborted) return
    request.current = undefined
    setSaving(done ? 'saved' : 'failed')
    if (!done) timer.current = setTimeout(save, RETRY)
  }

  /** The form is being sent, which saves everything; if it does not arrive, we save after a delay. */
  function pause() {
    stop()
    retryTimer.current = setTimeout(save, RETRY)
  }

  function stop() {
    clearTimeout(timer.current)
    clearTimeout(retryTimer.current)
    timer.current = undefined
    request.current?.abort()
    request.current = undefined
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; it reads the current values when the page is left
  useEffect(() => {
    const element = inside.current
    const leave = () => {
      if (timer.current === undefined && !request.current) return
      stop()
      navigator.sendBeacon(ADDRESS, contentOf(element))
    }
    // The first fires before the next page is requested, the others also on phones.
    const events = ['beforeunload', 'pagehide', 'visibilitychange']
    for (const event of events) addEventListener(event, leave)
    return () => {
      leave()
      clearTimeout(retryTimer.current)
      for (const event of events) removeEventListener(event, leave)
    }
  }, [])

  return { saving, scheduleSave, pause }
}

function contentOf(element: HTMLElement | null) {
  const content = new URLSearchParams()
  const form = element?.closest('form')
  for (const [name, value] of form ? new FormData(form) : [])
    if (name.startsWith('lines.')) content.append(name, String(value))
  return content
}

async function send(body: URLSearchParams, signal: AbortSignal) {
  const keepalive = body.toString().length < MAX_KEEPALIVE_LENGTH
  const response = await fetch(ADDRESS, { method: 'POST', body, keepalive, signal }).catch(() => undefined)
  return response?.ok ?? false
}
