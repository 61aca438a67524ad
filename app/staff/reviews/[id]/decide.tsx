'use client'

import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, use, useState } from 'react'
import { type ButtonVariant, buttonClass } from '@/components/button'
import { SelectField, TextAreaField } from '@/components/field'
import { Form, FormContext } from '@/components/form'
import { SubmitButton } from '@/components/submit-button'
import { decideRegistration } from './actions'
import { DeskContext } from './workspace'

type Kind = 'ask' | 'refuse' | 'end'
type Props = {
  id: string
  /** There are page images, and no one else has this unit verified. */
  verifiable: boolean
  /** Another member's verified registration of the same unit, which would have to end first. */
  other?: string
}

/** The possible decisions about a product. Each is a form that works without JavaScript. */
export function Decide({ id, verifiable, other }: Props) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      {verifiable && <Verify id={id} />}
      {other && <WithReason id={id} kind="end" other={other} />}
      <WithReason id={id} kind="ask" />
      <WithReason id={id} kind="refuse" />
    </div>
  )
}

function Verify({ id }: { id: string }) {
  const { texts } = useDesk()
  return (
    <Form action={decideRegistration} className="has-[[role=alert]]:basis-full">
      <About id={id} decision="verify" />
      {/* The second click of a double click could hit another button that has moved under the pointer. */}
      <SubmitButton
        size="small"
        data-key="verify"
        onClick={(event) => event.detail > 1 && event.preventDefault()}
      >
        <Check aria-hidden="true" />
        {texts.verify} <kbd>V</kbd>
      </SubmitButton>
    </Form>
  )
}

function WithReason({ id, kind, other }: { id: string; kind: Kind; other?: string }) {
  const { texts } = useDesk()
  return (
    <Form
      action={decideRegistration}
      className="has-[[role=alert]]:basis-full has-[details[open]]:order-1 has-[details[open]]:basis-full"
      onKeyDown={sendByKey}
    >
      <About id={id} decision={kind} other={other} />
      <ReasonPanel group={`why-${id}`} kind={kind} words={texts.open[kind]}>
        {kind === 'end' && <p className="readable text-soft">{texts.endHint}</p>}
        <Reason kind={kind} />
        <TextAreaField
          name="sentence"
          label={texts.sentence}
          hint={texts.sentenceHint}
          optional={texts.optional}
          rows={2}
          maxLength={500}
        />
        <SubmitButton variant={VARIANTS[kind]}>{texts.send[kind]}</SubmitButton>
      </ReasonPanel>
    </Form>
  )
}

/** Opened when its form came back with errors. */
function ReasonPanel(props: { group: string; kind: Kind; words: string; children: ReactNode }) {
  const hasResult = Boolean(use(FormContext)?.state)
  return (
    <details name={props.group} open={hasResult || undefined} className="group">
      <summary data-key={props.kind} className={buttonClass({ variant: 'secondary', size: 'small' })}>
        {props.words} <kbd>{props.kind.charAt(0).toUpperCase()}</kbd>
      </summary>
      <div className="grid gap-5 pt-5">{props.children}</div>
    </details>
  )
}

function Reason({ kind }: { kind: Kind }) {
  const { texts, reasons } = useDesk()
  const [chosen, choose] = useState('')
  const text = reasons[kind].find(({ value }) => value === chosen)?.text
  return (
    <>
      <SelectField
        name="reason"
        label={texts.reason}
        placeholder={texts.chooseReason}
        options={reasons[kind]}
        onChange={(event) => choose(event.target.value)}
        required
      />
      {text && (
        <div className="border-line border-l-4 pl-4" aria-live="polite">
          <p className="text-soft">{texts.memberReads}</p>
          <p className="readable">{text}</p>
        </div>
      )}
    </>
  )
}

function About({ id, decision, other }: { id: string; decision: string; other?: string }) {
  const { invoice, next } = useDesk()
  const fields = { id, decision, invoice, next, other }
  return Object.entries(fields).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  )
}

function useDesk() {
  const desk = use(DeskContext)
  if (!desk) throw new Error('Decide must be rendered inside Desk.')
  return desk
}

function sendByKey(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

const VARIANTS: Record<Kind, ButtonVariant> = { ask: 'primary', refuse: 'danger', end: 'danger' }
