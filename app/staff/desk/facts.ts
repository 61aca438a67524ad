import type { Status } from '@/lib/lists'
import { formatDay } from '@/lib/time'
import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { VerdictTone } from '@/components/verdict'
import type { Card, CheckOutcome } from '@/lib/desk/commands'
import type { Check } from '@/lib/desk/input'
import { type Comparison, compareCard } from '@/lib/desk/rules'
import type { FormState } from '@/lib/forms-state'

/** The answer for the desk, with all texts already formatted. */
export type Answer = {
  verdict: { tone: VerdictTone; word: string; reason: string }
  facts: Fact[]
  services?: { lines: string[]; instead: string }
}
export type Fact = { term: string; value: string; mono?: boolean; status?: Status; compared?: Compared }
/** What was copied from the card, and whether it matches. */
type Compared = { outcome: 'match' | 'mismatch'; typed: string }
export type DeskState = NonNullable<FormState> & { answer?: Answer }

/** Returns the texts for a check's outcome, compared with what was copied from the card. */
export async function answerOf(outcome: CheckOutcome, typed: Check): Promise<Answer> {
  const words = await deskWords()
  const { t } = words
  if (outcome.outcome === 'no-such-card') {
    const reason = t(typed.card.code ? 'noSuchCode' : 'noSuchCard')
    return { verdict: { tone: 'invalid', word: t('notValid'), reason }, facts: [] }
  }
  const comparison = compareCard(typed, outcome.card)
  return {
    verdict: verdictOf(outcome, differs(comparison), words),
    facts: factsOf(outcome.card, typed, comparison, words),
    services: {
      lines: differs(comparison) ? [] : outcome.card.services,
      instead: noServicesText(outcome, comparison, words),
    },
  }
}

type CheckedCard = Exclude<CheckOutcome, { outcome: 'no-such-card' }>
type Words = Awaited<ReturnType<typeof deskWords>>

async function deskWords() {
  const t = await getTranslations('desk')
  const format = await getFormatter()
  return {
    t,
    day: (date: string) => formatDay(format, date),
  }
}

const differs = (comparison: Comparison) => Object.values(comparison).includes('mismatch')

function verdictOf(checked: CheckedCard, mismatch: boolean, words: Words): Answer['verdict'] {
  const { t, day } = words
  if (checked.outcome === 'not-valid') {
    const why = invalidReason(checked, words)
    return { tone: 'invalid', word: t('notValid'), reason: mismatch ? t('mismatchToo', { why }) : why }
  }
  if (mismatch) return { tone: 'mismatch', word: t('doesNotMatch'), reason: t('mismatch') }
  const { status, expiresOn } = checked.card
  const reason = status === 'red' ? t('noServicesAtDesk') : t('until', { date: day(expiresOn) })
  return { tone: 'valid', word: t('valid'), reason }
}

function invalidReason({ reason, card }: Extract<CheckedCard, { outcome: 'not-valid' }>, { t, day }: Words) {
  if (reason === 'expired') return t('expired', { date: day(card.expiresOn) })
  if (reason === 'not-started') return t('notStarted', { date: day(card.startsOn) })
  return t(reason)
}

function factsOf(card: Card, typed: Check, comparison: Comparison, { t, day }: Words): Fact[] {
  const { status } = card
  const compared = (field: keyof Comparison, text = '') => {
    const outcome = comparison[field]
    return outcome && { outcome, typed: text }
  }
  return [
    { term: t('firstName'), value: card.firstName },
    { term: t('surname'), value: card.surname, compared: compared('surname', typed.surname) },
    { term: t('number'), value: card.number, mono: true },
    {
      term: t('status'),
      value: t(`status_${status}`),
      status,
      compared: compared('status', typed.status && t(`status_${typed.status}`)),
    },
    {
      term: t('validity'),
      value: t('fromTo', { from: day(card.startsOn), to: day(card.expiresOn) }),
      compared: compared('expiresOn', typed.expiresOn && day(typed.expiresOn)),
    },
  ]
}

function noServicesText(checked: CheckedCard, comparison: Comparison, { t }: Words) {
  if (checked.outcome === 'not-valid') return t('servicesNotValid')
  if (differs(comparison)) return t('servicesMismatch')
  return t(checked.card.status === 'red' ? 'servicesRed' : 'servicesNone')
}
