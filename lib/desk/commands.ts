import type { CheckPurpose, Language, Status } from '@/lib/lists'
import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Desk } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { type DeskConnection, deskConnection } from './connection'
import type { CheckMethod } from './input'

/** The six fields of a card; dates as `YYYY-MM-DD`, the services as lines in the language that was asked for. */
export type Card = {
  firstName: string
  surname: string
  number: string
  status: Status
  startsOn: string
  expiresOn: string
  services: string[]
}

export type CheckOutcome =
  | { outcome: 'valid'; card: Card }
  | { outcome: 'not-valid'; reason: 'ended' | 'suspended' | 'not-started' | 'expired'; card: Card }
  | { outcome: 'no-such-card' }

export type CardCheck = { card: CheckMethod; purpose: CheckPurpose; caseNumber?: string }

/**
 * Checks one card. The database looks at the session by itself and writes the log row; only once that is committed does it
 * answer, so a check is two calls. Its clock and its day in Europe/Berlin count; `at` only says how long a pause still is.
 * Refuses a session that has ended, a centre that has closed, a pause, and (once it is written down) a mistyped number.
 */
export async function checkCard(
  _desk: Desk,
  sitting: { tokenHash: string; language: Language },
  { card, purpose, caseNumber }: CardCheck,
  at: Date,
  on: DeskConnection = deskConnection(),
): Promise<CheckOutcome> {
  const { number = null, code = null } = card
  const question = [
    randomUUID(),
    sitting.tokenHash,
    number,
    code,
    purpose,
    caseNumber ?? null,
    sitting.language,
  ]
  const first = await ask(on, question)
  const answer = first.outcome === 'recorded' ? await ask(on, question) : first
  refuse(answer, at)
  return outcomeOf(answer)
}

const ASK = `select outcome, reason, first_name, surname, number, status, starts_on::text, expires_on::text, services, paused_until
  from desk.desk_check($1, $2, $3, $4, $5, $6, $7)`

type Answer = Record<
  'outcome' | 'reason' | 'first_name' | 'surname' | 'number' | 'starts_on' | 'expires_on',
  string
> & {
  status: Status
  services: string[]
  paused_until: Date
}

async function ask(on: DeskConnection, question: unknown[]): Promise<Answer> {
  const { rows } = await on.query<Answer>(ASK, question)
  if (!rows[0]) throw new Error('The desk was given no answer.')
  return rows[0]
}

function refuse({ outcome, reason, paused_until }: Answer, at: Date) {
  if (outcome === 'signed-out') throw new Refusal('signedOut')
  if (outcome === 'centre-closed')
    throw new Refusal(reason === 'no-legal-basis' ? 'centreWithoutBasis' : 'centreClosed')
  if (outcome === 'paused')
    throw new Refusal('deskPaused', undefined, { minutes: minutesUntil(paused_until, at) })
  if (reason === 'mistyped') throw new Refusal('mistypedNumber', 'card')
}

const minutesUntil = (until: Date, at: Date) =>
  Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 60_000))

function outcomeOf(answer: Answer): CheckOutcome {
  const { outcome, reason } = answer
  if (outcome === 'valid') return { outcome, card: cardOf(answer) }
  if (outcome === 'not-valid') return { outcome, reason: reason as 'ended', card: cardOf(answer) }
  if (outcome === 'no-such-card') return { outcome }
  throw new Error(`The desk was answered "${outcome}".`)
}

function cardOf(answer: Answer): Card {
  return {
    firstName: answer.first_name,
    surname: answer.surname,
    number: answer.number,
    status: answer.status,
    startsOn: answer.starts_on,
    expiresOn: answer.expires_on,
    services: answer.services,
  }
}
