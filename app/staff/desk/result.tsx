'use client'

import { type RefObject, use, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync, useFormStatus } from 'react-dom'
import { FormContext } from '@/components/form'
import type { DeskState } from './answer'
import { Answered, type AnsweredTexts } from './answered'

type Texts = AnsweredTexts & Record<'result' | 'empty' | 'checking' | 'hidden', string>

/** Nobody's data stays on a screen that nobody looks at. */
const SHOWN_FOR = 3 * 60_000

/** The answer beside the form. It is gone as soon as the next check begins, by a key, a press or the clock. */
export function Result({ texts }: { texts: Texts }) {
  const state = use(FormContext)?.state as DeskState | undefined
  const { pending } = useFormStatus()
  const place = useRef<HTMLElement>(null)
  const { closed, close } = useClosing(state, place)
  const answer = pending || closed ? undefined : state?.answer
  const notice = (pending && texts.checking) || (closed === 'late' && texts.hidden)

  useLayoutEffect(() => {
    if (state?.answer) place.current?.focus()
  }, [state])

  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={texts.result}
      className={`gap-8 outline-none max-lg:order-first lg:grid ${answer || notice ? 'grid' : 'hidden'}`}
    >
      {answer ? (
        <Answered answer={answer} texts={texts} onClose={() => close('asked')} />
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

type Closing = 'asked' | 'late'

/** Closes the answer it was given by Esc, after a while, when its page is left, or when another card is typed. */
function useClosing(state: DeskState | undefined, place: RefObject<HTMLElement | null>) {
  const [closing, setClosing] = useState<{ state?: DeskState; how: Closing }>()
  const close = (how: Closing) => {
    setClosing({ state, how })
    if (how === 'asked') clear(place.current?.closest('form'))
  }

  useEffect(() => {
    if (!state?.answer) return
    const late = () => setClosing({ state, how: 'late' })
    const typed = (event: Event) => {
      if ((event.target as HTMLInputElement).name === 'card') setClosing({ state, how: 'asked' })
    }
    // At once, so that the picture the browser keeps of the page has no answer in it.
    const left = () => flushSync(late)
    const timer = setTimeout(late, SHOWN_FOR)
    const form = place.current?.closest('form')
    form?.addEventListener('input', typed)
    window.addEventListener('pagehide', left)
    return () => {
      clearTimeout(timer)
      form?.removeEventListener('input', typed)
      window.removeEventListener('pagehide', left)
    }
  }, [state, place])

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) close('asked')
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  })

  return { closed: closing?.state === state ? closing?.how : undefined, close }
}

/** Empties the form but for the purpose, ready for the next card. */
function clear(form?: HTMLFormElement | null) {
  for (const name of ['card', 'caseNumber', 'surname', 'status', 'expiresOn']) {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = ''
  }
  const first = form?.elements.namedItem('card')
  if (first instanceof HTMLElement) first.focus()
}
