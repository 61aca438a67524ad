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
 * A form around a server action. Without JavaScript the browser posts it and the server renders the result;
 * with JavaScript what was typed is kept until the action succeeds.
 */
export function Form({ action, children, className = '', ...rest }: Props) {
  const id = useId()
  const texts = use(FormTextsContext)
  const isSignedOut = use(SignedOutContext)
  const form = useRef<HTMLFormElement>(null)
  const lastData = useRef<FormData>(null)
  const safeAction: Action =
    typeof window === 'undefined' ? action : preserveInput(action, { texts, isSignedOut }, form)
  const [state, send, pending] = useActionState(safeAction, undefined)

  const resubmit = () => {
    const data = lastData.current
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
        lastData.current = formData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
        resubmit()
      }}
    >
      <FormContext value={{ id, state }}>
        <Answer id={id} state={state} resubmit={resubmit} />
        {children}
      </FormContext>
    </form>
  )
}

function Answer({ id, state, resubmit }: { id: string; state: FormState; resubmit: () => void }) {
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
      // biome-ignore lint/a11y/noAutofocus: without JavaScript this scrolls the result into view
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
      {state?.stepUp && <StepUp resubmit={resubmit} />}
    </div>
  )
}

/** A required confirmation is not an error. */
function toneOf(state: FormState) {
  if (state?.done) return 'border-success bg-success-soft'
  return state?.stepUp ? 'border-info bg-info-soft' : 'border-danger bg-danger-soft'
}

export const fieldId = (form: string, name: string) => `${form}-${name}`

/** Keeps the page when the session has ended, and what was typed until the action succeeds. */
function preserveInput(
  action: Action,
  { texts, isSignedOut }: { texts: FormTexts; isSignedOut: () => Promise<boolean> },
  form: { current: HTMLFormElement | null },
): Action {
  return catchConnectionLoss(async (state, data) => {
    // An action without a session redirects to the sign-in page, which cannot be prevented here.
    if (await isSignedOut()) return { message: texts.signedOut, signedOut: true }
    const answer = await action(state, data)
    if (!answer?.message && !answer?.errors) startTransition(() => reset(form.current))
    return answer
  }, texts.lost)
}

function reset(form: HTMLFormElement | null) {
  if (form) requestFormReset(form)
}

/** Returns the form's data, without React's own fields for submissions before JavaScript has loaded. */
function formData(form: HTMLFormElement, submitter: HTMLElement | null) {
  const data = new FormData(form, submitter)
  for (const name of [...data.keys()]) if (name.startsWith('$ACTION_')) data.delete(name)
  return data
}
