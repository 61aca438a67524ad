import type { Status } from '@/lib/lists'
import { formatDay } from '@/lib/time'
import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { VerdictTone } from '@/components/verdict'
import type { Card, CheckOutcome } from '@/lib/desk/commands'
import type { Check } from '@/lib/desk/input'
import { type Comparison, compareCard } from '@/lib/desk/rules'
import type { FormState } from '@/lib/forms-state'

/** The answer as the person at the desk reads it: every word is there, nothing is left to look up. */
export type Answer = {
  verdict: { tone: VerdictTone; word: string; reason: string }
  facts: Fact[]
  services?: { lines: string[]; instead: string }
}
export type Fact = { term: string; value: string; mono?: boolean; status?: Status; compared?: Compared }
/** What was typed off the card, and whether it is the same. */
type Compared = { outcome: 'match' | 'mismatch'; typed: string }
export type DeskState = NonNullable<FormState> & { answer?: Answer }

/** Puts the outcome of a check into words, compared with what was typed off the card. */
export async function answerOf(outcome: CheckOutcome, typed: Check): Promise<Answer> {
  const words = await wordsOfDesk()
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
      instead: insteadOf(outcome, comparison, words),
    },
  }
}

type Found = Exclude<CheckOutcome, { outcome: 'no-such-card' }>
type Words = Awaited<ReturnType<typeof wordsOfDesk>>

async function wordsOfDesk() {
  const t = await getTranslations('desk')
  const format = await getFormatter()
  return {
    t,
    day: (date: string) => formatDay(format, date),
  }
}

const differs = (comparison: Comparison) => Object.values(comparison).includes('mismatch')

function verdictOf(found: Found, mismatch: boolean, words: Words): Answer['verdict'] {
  const { t, day } = words
  if (found.outcome === 'not-valid') {
    const why = whyNot(found, words)
    return { tone: 'invalid', word: t('notValid'), reason: mismatch ? t('mismatchToo', { why }) : why }
  }
  if (mismatch) return { tone: 'mismatch', word: t('doesNotMatch'), reason: t('mismatch') }
  const { status, expiresOn } = found.card
  const reason = status === 'red' ? t('noServicesAtDesk') : t('until', { date: day(expiresOn) })
  return { tone: 'valid', word: t('valid'), reason }
}

function whyNot({ reason, card }: Extract<Found, { outcome: 'not-valid' }>, { t, day }: Words) {
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

function insteadOf(found: Found, comparison: Comparison, { t }: Words) {
  if (found.outcome === 'not-valid') return t('servicesNotValid')
  if (differs(comparison)) return t('servicesMismatch')
  return t(found.card.status === 'red' ? 'servicesRed' : 'servicesNone')
}
