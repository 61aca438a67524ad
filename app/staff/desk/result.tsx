'use client'

import { type RefObject, use, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync, useFormStatus } from 'react-dom'
import { FormContext } from '@/components/form'
import { CheckedCard, type CheckedCardTexts } from './checked-card'
import type { DeskState } from './facts'

type Texts = CheckedCardTexts & Record<'result' | 'empty' | 'checking' | 'hidden', string>

/** Personal data must not stay on an unattended screen. */
const HIDE_AFTER = 3 * 60_000

/** The answer next to the form. It disappears when the next check begins, on Esc, on a button, or after a while. */
export function Result({ texts }: { texts: Texts }) {
  const state = use(FormContext)?.state as DeskState | undefined
  const { pending } = useFormStatus()
  const section = useRef<HTMLElement>(null)
  const { closed, close } = useClosing(state, section)
  const answer = pending || closed ? undefined : state?.answer
  const notice = (pending && texts.checking) || (closed === 'expired' && texts.hidden)

  useLayoutEffect(() => {
    if (state?.answer) section.current?.focus()
  }, [state])

  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={texts.result}
      className={`gap-8 outline-none max-lg:order-first lg:grid ${answer || notice ? 'grid' : 'hidden'}`}
    >
      {answer ? (
        <CheckedCard answer={answer} texts={texts} onClose={() => close('closed')} />
      ) : (
        <p
          className="bracketed grid min-h-24 place-content-center text-center text-lg text-soft lg:min-h-80"
          role="status"
        >
          {notice || texts.empty}
        </p>
      )}
    </section>
  )
}

type Closing = 'closed' | 'expired'

/** Closes the answer on Esc, after a while, when the page is left, or when another card is typed. */
function useClosing(state: DeskState | undefined, section: RefObject<HTMLElement | null>) {
  const [closing, setClosing] = useState<{ state?: DeskState; reason: Closing }>()
  const close = (reason: Closing) => {
    setClosing({ state, reason })
    if (reason === 'closed') clear(section.current?.closest('form'))
  }

  useEffect(() => {
    if (!state?.answer) return
    const expire = () => setClosing({ state, reason: 'expired' })
    const typed = (event: Event) => {
      if ((event.target as HTMLInputElement).name === 'card') setClosing({ state, reason: 'closed' })
    }
    // Synchronously, so that the page in the browser's back-forward cache does not show the answer.
    const left = () => flushSync(expire)
    const timer = setTimeout(expire, HIDE_AFTER)
    const form = section.current?.closest('form')
    form?.addEventListener('input', typed)
    window.addEventListener('pagehide', left)
    return () => {
      clearTimeout(timer)
      form?.removeEventListener('input', typed)
      window.removeEventListener('pagehide', left)
    }
  }, [state, section])

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) close('closed')
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  })

  return { closed: closing?.state === state ? closing?.reason : undefined, close }
}

/** Clears the form except the purpose, ready for the next card. */
function clear(form?: HTMLFormElement | null) {
  for (const name of ['card', 'caseNumber', 'surname', 'status', 'expiresOn']) {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = ''
  }
  const first = form?.elements.namedItem('card')
  if (first instanceof HTMLElement) first.focus()
}
