'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/** 'typed' until it is kept; 'failed' while there is no connection, and it is tried again. */
export type Saving = 'none' | 'typed' | 'saved' | 'failed'

const ADDRESS = '/account/registrations/new/draft'
const PAUSE = 500
const RETRY = 5_000
/** What a browser takes along for a request that outlives its page, less some room. */
const KEEPALIVE = 60_000

/**
 * Keeps a form's lines on the server: shortly after each change, again when that failed, and when the page is left.
 * Call `later` after a change and `pause` when the form itself is sent.
 */
export function useAutosave(inside: RefObject<HTMLElement | null>) {
  const [saving, setSaving] = useState<Saving>('none')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const spare = useRef<ReturnType<typeof setTimeout>>(undefined)
  const request = useRef<AbortController>(undefined)

  function later() {
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

  /** The form is being sent, and keeps everything itself; should it not arrive, we try again. */
  function pause() {
    stop()
    spare.current = setTimeout(save, RETRY)
  }

  function stop() {
    clearTimeout(timer.current)
    clearTimeout(spare.current)
    timer.current = undefined
    request.current?.abort()
    request.current = undefined
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; it reads what is there when the page is left
  useEffect(() => {
    const element = inside.current
    const leave = () => {
      if (timer.current === undefined && !request.current) return
      stop()
      navigator.sendBeacon(ADDRESS, contentOf(element))
    }
    // The first of them comes before the next page is asked for, the others also on phones.
    const ways = ['beforeunload', 'pagehide', 'visibilitychange']
    for (const way of ways) addEventListener(way, leave)
    return () => {
      leave()
      clearTimeout(spare.current)
      for (const way of ways) removeEventListener(way, leave)
    }
  }, [])

  return { saving, later, pause }
}

function contentOf(element: HTMLElement | null) {
  const content = new URLSearchParams()
  const form = element?.closest('form')
  for (const [name, value] of form ? new FormData(form) : [])
    if (name.startsWith('lines.')) content.append(name, String(value))
  return content
}

async function send(body: URLSearchParams, signal: AbortSignal) {
  const keepalive = body.toString().length < KEEPALIVE
  const response = await fetch(ADDRESS, { method: 'POST', body, keepalive, signal }).catch(() => undefined)
  return response?.ok ?? false
}
