import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button'
import { TextAreaField } from '@/components/field'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import type { Tone } from '@/components/state-tag'
import { SubmitButton } from '@/components/submit-button'
import { UnreadableReason } from '@/components/unreadable-reason'
import { UploadField } from '@/components/upload-field'
import type { Member } from '@/lib/actor'
import { listOnInvoice, type OwnHistory } from '@/lib/registrations/queries/own'
import { formatDay } from '@/lib/time'
import { appealRefusal } from './actions'

type Props = { member: Member; registration: OwnHistory; problem?: string }

/** The state of a registration in a sentence, and the next step. */
export function NextStep(props: Props) {
  const { next, state } = props.registration
  if (next === 'send-file') return <BetterFile {...props} />
  if (next === 'appeal') return <Appeal {...props} />
  if (state === 'refused') return <Refused {...props} />
  return <Settled {...props} />
}

async function BetterFile({ member, registration, problem }: Props) {
  const t = await getTranslations('registrations.detail')
  const sameFile = await listOnInvoice(member, registration.invoice.id)
  const unreadable = registration.state === 'pending'
  return (
    <div className="grid gap-6 *:min-w-0">
      <Message tone="warning" title={unreadable ? t('unreadableTitle') : t('askedTitle')}>
        {unreadable && <UnreadableReason problem={registration.invoice.problem} />}
        {unreadable ? <p>{t('unreadableText')}</p> : <Reason registration={registration} />}
        <p>{t('askedItem', { count: sameFile.length })}</p>
      </Message>
      <UploadField purpose={registration.id} problem={problem} />
    </div>
  )
}

async function Appeal({ registration }: Props) {
  const t = await getTranslations('registrations')
  return (
    <>
      <Message tone="danger" title={t('detail.refusedTitle')}>
        <Reason registration={registration} />
      </Message>
      <Section title={t('appeal.title')} lead={t('appeal.text')}>
        <Form action={appealRefusal}>
          <input type="hidden" name="id" value={registration.id} />
          <TextAreaField
            name="note"
            label={t('appeal.note')}
            hint={t('appeal.noteHint')}
            maxLength={500}
            required
          />
          <SubmitButton className="max-sm:w-full sm:justify-self-start">{t('appeal.send')}</SubmitButton>
        </Form>
      </Section>
    </>
  )
}

async function Refused({ registration }: Props) {
  const t = await getTranslations('registrations.detail')
  return (
    <Message tone="danger" title={t('refusedTitle')}>
      <Reason registration={registration} />
      <p>{t('refusedFinal')}</p>
    </Message>
  )
}

async function Settled({ registration: { state, next, nextDay, appealedAt } }: Props) {
  const t = await getTranslations('registrations.detail')
  if (state === 'pending')
    return (
      <Message title={t(appealedAt ? 'appealedTitle' : 'waitTitle')}>
        <p>{t(appealedAt ? 'appealedText' : 'waitText')}</p>
      </Message>
    )
  if (state === 'verified') return <Verified next={next} nextDay={nextDay} />
  const withdrawn = state === 'withdrawn'
  return (
    <Message title={t(withdrawn ? 'withdrawnTitle' : 'endedTitle')}>
      <p>{t(withdrawn ? 'withdrawnText' : 'endedText')}</p>
      {withdrawn && (
        <ButtonLink href="/account/registrations/new" variant="secondary" className="mt-2 justify-self-start">
          {t('registerAgain')}
        </ButtonLink>
      )}
    </Message>
  )
}

/** Verified, and whether it counts; a first or last day is spelled out, so that nothing stops counting unnoticed. */
async function Verified({ next, nextDay }: Pick<OwnHistory, 'next' | 'nextDay'>) {
  const t = await getTranslations('registrations')
  const format = await getFormatter()
  const date = nextDay ? formatDay(format, nextDay) : ''
  const counts = next === 'counts' || next === 'counts-until'
  return (
    <Message tone="success" title={t(counts ? 'detail.countsTitle' : 'detail.doesNotCountTitle')}>
      <p>
        {t('detail.verifiedText')} {t(`next.${next}`, { date })}
      </p>
      {next === 'counts-until' && <p>{t('detail.untilNote')}</p>}
    </Message>
  )
}

/** The reason for the decision, and the reviewer's additional sentence. */
async function Reason({ registration: { lastDecision } }: { registration: OwnHistory }) {
  const t = await getTranslations('registrations.detail')
  if (!lastDecision) return null
  return (
    <>
      <p>{lastDecision.reason}</p>
      {lastDecision.sentence && (
        <p className="[overflow-wrap:anywhere]">
          {t('sentenceBefore')} <q>{lastDecision.sentence}</q>
        </p>
      )}
    </>
  )
}

const Message = ({
  tone,
  title,
  children,
}: {
  tone?: Exclude<Tone, 'neutral'>
  title: string
  children: ReactNode
}) => (
  <Notice tone={tone} title={title}>
    {children}
  </Notice>
)
