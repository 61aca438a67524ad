'use client'

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  startTransition,
  use,
  useActionState,
  useEffect,
  useId,
  useRef,
} from 'react'
import { requestFormReset } from 'react-dom'
import type { FormAction as Action, FormState } from '@/lib/forms-state'
import { catchConnectionLoss } from './connection-loss'
import { type FormTexts, FormTextsContext, SignedOutContext } from './form-texts'
import { StepUp } from './step-up'

type Props = Omit<ComponentProps<'form'>, 'action'> & { action: Action; children: ReactNode }

export const FormContext = createContext<{ id: string; state: FormState } | null>(null)

/**
 * A form around a server action. Without JavaScript the browser posts it and the server renders the answer;
 * with JavaScript nothing that was typed is touched until the action says it went well.
 */
export function Form({ action, children, className = '', ...rest }: Props) {
  const id = useId()
  const texts = use(FormTextsContext)
  const isSignedOut = use(SignedOutContext)
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef<FormData>(null)
  const safeAction: Action =
    typeof window === 'undefined' ? action : preserveInput(action, { texts, isSignedOut }, form)
  const [state, send, pending] = useActionState(safeAction, undefined)

  const again = () => {
    const data = sent.current
    if (data) startTransition(() => send(data))
  }

  return (
    <form
      noValidate
      {...rest}
      ref={form}
      action={send}
      className={`grid grid-cols-1 content-start gap-6 ${className}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (pending) return
        sent.current = formData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
        again()
      }}
    >
      <FormContext value={{ id, state }}>
        <Answer id={id} state={state} again={again} />
        {children}
      </FormContext>
    </form>
  )
}

function Answer({ id, state, again }: { id: string; state: FormState; again: () => void }) {
  const { summary, signIn } = use(FormTextsContext)
  const box = useRef<HTMLDivElement>(null)
  const errors = Object.entries(state?.errors ?? {})
  const refused = Boolean(state?.message || errors.length)

  useEffect(() => {
    if (state) box.current?.focus()
  }, [state])

  if (!refused && !state?.done) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what brings the answer under the reader's eye
      autoFocus
      role={refused ? 'alert' : 'status'}
      className={`rounded-md border-l-4 px-5 py-4 ${toneOf(state)}`}
    >
      <p className="font-semibold">{refused ? (state?.message ?? summary) : state?.done}</p>
      {state?.signedOut && (
        <a href="/sign-in" target="_blank" rel="noopener" className="link inline-block py-1">
          {signIn}
        </a>
      )}
      {errors.length > 0 && (
        <ul className="mt-1 grid">
          {errors.map(([name, text]) => (
            <li key={name}>
              <a href={`#${fieldId(id, name)}`} className="link inline-block py-1">
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {state?.stepUp && <StepUp again={again} />}
    </div>
  )
}

/** What is only to be confirmed is no failure. */
function toneOf(state: FormState) {
  if (state?.done) return 'border-success bg-success-soft'
  return state?.stepUp ? 'border-info bg-info-soft' : 'border-danger bg-danger-soft'
}

export const fieldId = (form: string, name: string) => `${form}-${name}`

/** A session that has ended must not take the page with it, and what was typed stays until the action says it went well. */
function preserveInput(
  action: Action,
  { texts, isSignedOut }: { texts: FormTexts; isSignedOut: () => Promise<boolean> },
  form: { current: HTMLFormElement | null },
): Action {
  return catchConnectionLoss(async (state, data) => {
    // An action that finds nobody leads to the sign-in page, and nothing can hold it up from here.
    if (await isSignedOut()) return { message: texts.signedOut, signedOut: true }
    const answer = await action(state, data)
    if (!answer?.message && !answer?.errors) startTransition(() => reset(form.current))
    return answer
  }, texts.lost)
}

function reset(form: HTMLFormElement | null) {
  if (form) requestFormReset(form)
}

/** The form's data, without React's own fields for browsers in which JavaScript has not loaded. */
function formData(form: HTMLFormElement, submitter: HTMLElement | null) {
  const data = new FormData(form, submitter)
  for (const name of [...data.keys()]) if (name.startsWith('$ACTION_')) data.delete(name)
  return data
}
