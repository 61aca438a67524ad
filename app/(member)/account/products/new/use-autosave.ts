'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

export type Saving = 'idle' | 'saved' | 'failed'

const ADDRESS = '/account/products/new/draft'
const PAUSE = 700
const RETRY = 5_000
/** What a browser takes along for a request that outlives its page, less some room. */
const KEEPALIVE = 60_000

/**
 * Keeps a form's content on the server shortly after each change, again when the connection is back, and when the page
 * is left. `stop` before the form itself is sent.
 */
export function useAutosave(inside: RefObject<HTMLElement | null>) {
  const [saving, setSaving] = useState<Saving>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const request = useRef<AbortController>(undefined)

  function later(pause = PAUSE) {
    clearTimeout(timer.current)
    timer.current = setTimeout(save, pause)
  }

  async function save() {
    stop()
    const current = new AbortController()
    request.current = current
    const done = await send(contentOf(inside.current), current.signal)
    if (current.signal.aborted) return
    setSaving(done ? 'saved' : 'failed')
    if (!done) later(RETRY)
  }

  function stop() {
    clearTimeout(timer.current)
    timer.current = undefined
    request.current?.abort()
  }

  useEffect(() => {
    const leave = () => {
      if (timer.current === undefined) return
      stop()
      navigator.sendBeacon(ADDRESS, contentOf(inside.current))
    }
    const hide = () => document.visibilityState === 'hidden' && leave()
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      leave()
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
    }
  })

  return { saving, later, stop }
}

function contentOf(element: HTMLElement | null) {
  const content = new URLSearchParams()
  const form = element?.closest('form')
  if (form)
    for (const [name, value] of new FormData(form))
      if (name.startsWith('lines.')) content.append(name, String(value))
  return content
}

async function send(body: URLSearchParams, signal: AbortSignal) {
  const keepalive = body.toString().length < KEEPALIVE
  const response = await fetch(ADDRESS, { method: 'POST', body, keepalive, signal }).catch(() => undefined)
  return response?.ok ?? false
}
