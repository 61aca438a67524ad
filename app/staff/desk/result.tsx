'use client'

import { type RefObject, use, useEffect, useRef, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/button'
import { FormContext } from '@/components/form'
import { StatusTag } from '@/components/status-tag'
import { Verdict } from '@/components/verdict'
import type { Answer, DeskState, Fact } from './answer'

type Texts = Record<
  'result' | 'empty' | 'checking' | 'hidden' | 'services' | 'match' | 'mismatch' | 'newCheck' | 'escape',
  string
>

/** Nobody's data stays on a screen that nobody looks at. */
const SHOWN_FOR = 3 * 60_000

/** The answer beside the form. It is gone as soon as the next check begins, by a key, a press or the clock. */
export function Result({ texts }: { texts: Texts }) {
  const state = use(FormContext)?.state as DeskState | undefined
  const { pending } = useFormStatus()
  const place = useRef<HTMLElement>(null)
  const { closed, close } = useClosing(state, place)
  const answer = pending || closed ? undefined : state?.answer

  useEffect(() => {
    if (state?.answer) place.current?.focus()
  }, [state])

  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={texts.result}
      className="grid gap-8 outline-none max-lg:order-first"
    >
      {answer ? (
        <Answered answer={answer} texts={texts} onClose={() => close('asked')} />
      ) : (
        <p className="hidden min-h-80 place-content-center text-soft text-lg bracketed lg:grid" role="status">
          {pending ? texts.checking : closed === 'late' ? texts.hidden : texts.empty}
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
    const timer = setTimeout(late, SHOWN_FOR)
    const form = place.current?.closest('form')
    form?.addEventListener('input', typed)
    window.addEventListener('pagehide', late)
    return () => {
      clearTimeout(timer)
      form?.removeEventListener('input', typed)
      window.removeEventListener('pagehide', late)
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

function Answered({ answer, texts, onClose }: { answer: Answer; texts: Texts; onClose: () => void }) {
  const { verdict, facts, services } = answer
  return (
    <>
      <Verdict {...verdict} as="h2" />
      {facts.length > 0 && (
        <dl className="grid border-line border-t">
          {facts.map((fact) => (
            <Row key={fact.term} fact={fact} texts={texts} />
          ))}
        </dl>
      )}
      {services && (
        <div className="grid gap-3">
          <h3 className="text-xl">{texts.services}</h3>
          {services.lines.length === 0 && <p className="text-lg">{services.instead}</p>}
          <ul className="grid gap-1.5 text-lg">
            {services.lines.map((line) => (
              <li key={line} className="flex gap-3 before:text-success before:content-['✓']">
                {line}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="secondary" size="large" onClick={onClose}>
          {texts.newCheck}
        </Button>
        <span className="text-soft max-lg:hidden">{texts.escape}</span>
      </div>
    </>
  )
}

function Row({ fact: { term, value, mono, status, match }, texts }: { fact: Fact; texts: Texts }) {
  return (
    <div className="grid items-baseline gap-x-6 border-line border-b py-3 sm:grid-cols-[minmax(9rem,1fr)_3fr]">
      <dt className="text-soft">{term}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
        <span className={`min-w-0 font-[600] text-xl ${mono ? 'mono' : ''}`}>
          {status ? <StatusTag material={status}>{value}</StatusTag> : value}
        </span>
        {match && <Match match={match} word={texts[match]} />}
      </dd>
    </div>
  )
}

function Match({ match, word }: { match: 'match' | 'mismatch'; word: string }) {
  const look = match === 'match' ? 'bg-success-soft text-success' : 'bg-warning-soft text-warning'
  return (
    <span className={`rounded-full px-3 py-0.5 font-[560] ${look}`}>
      <span aria-hidden="true">{match === 'match' ? '✓' : '≠'}</span> {word}
    </span>
  )
}
