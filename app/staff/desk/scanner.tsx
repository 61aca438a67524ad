'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import type { Camera } from './camera'

type Texts = Record<'scan' | 'title' | 'close' | 'starting' | 'notOurs' | 'denied', string>

/** Fills the card field from a scanned code. Camera and detector are loaded on demand. */
export function Scanner({ texts, icon }: { texts: Texts; icon: ReactNode }) {
  const [supported, setSupported] = useState(false)
  const [message, setMessage] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const camera = useRef<Camera>(undefined)

  useEffect(() => setSupported(Boolean(navigator.mediaDevices?.getUserMedia)), [])
  useEffect(() => () => camera.current?.stop(), [])

  async function open() {
    setMessage(texts.starting)
    dialog.current?.showModal()
    try {
      const { startCamera } = await import('./camera')
      if (!video.current || !dialog.current?.open) return
      camera.current = await startCamera(video.current, handleCode)
      if (!dialog.current?.open) camera.current.stop()
      setMessage('')
    } catch {
      setMessage(texts.denied)
    }
  }

  function handleCode(text: string) {
    const card = CARD_LINK.exec(text)?.[1]
    if (!card) return setMessage(texts.notOurs)
    dialog.current?.close()
    fill(dialog.current?.closest('form'), card)
  }

  if (!supported) return null
  return (
    <>
      <Button variant="secondary" onClick={open}>
        {icon} {texts.scan}
      </Button>
      <dialog
        ref={dialog}
        aria-label={texts.title}
        onClose={() => camera.current?.stop()}
        className="m-auto w-[min(36rem,100%)] rounded-lg bg-paper p-5 text-ink backdrop:bg-black/70"
      >
        <div className="grid gap-4">
          <p className="font-medium text-lg">{texts.title}</p>
          <video
            ref={video}
            muted
            playsInline
            className="bracketed aspect-square w-full bg-black object-cover"
          />
          <p role="status" className="min-h-7 text-soft">
            {message}
          </p>
          <Button variant="secondary" onClick={() => dialog.current?.close()}>
            {texts.close}
          </Button>
        </div>
      </dialog>
    </>
  )
}

/** The link in a card's code, on any server. */
const CARD_LINK = /\/c\/([A-Za-z0-9_-]{43})\/?$/

/** Submits at once if the purpose is selected, otherwise focuses it. */
function fill(form: HTMLFormElement | null | undefined, card: string) {
  const field = form?.elements.namedItem('card')
  if (!form || !(field instanceof HTMLInputElement)) return
  field.value = card
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (new FormData(form).get('purpose')) form.requestSubmit()
  else form.querySelector<HTMLInputElement>('input[name="purpose"]')?.focus()
}
