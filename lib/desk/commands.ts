import type { CheckPurpose, Language, Status } from '@/lib/lists'
import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Desk } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { type DeskConnection, deskConnection } from './connection'
import type { CheckMethod } from './input'

/** The six fields of a card; dates as `YYYY-MM-DD`, the services as lines in the requested language. */
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
 * Checks one card. The database verifies the session itself and writes the log row; it answers only once that is committed, so a
 * check takes two calls. Its clock and its day in Europe/Berlin count; `at` only serves to compute the rest of a pause. Refuses
 * an ended session, a closed centre, a pause, and (once it is logged) a mistyped number.
 */
export async function checkCard(
  _desk: Desk,
  session: { tokenHash: string; language: Language },
  { card, purpose, caseNumber }: CardCheck,
  at: Date,
  on: DeskConnection = deskConnection(),
): Promise<CheckOutcome> {
  const { number = null, code = null } = card
  const parameters = [
    randomUUID(),
    session.tokenHash,
    number,
    code,
    purpose,
    caseNumber ?? null,
    session.language,
  ]
  const first = await callDeskCheck(on, parameters)
  const answer = first.outcome === 'recorded' ? await callDeskCheck(on, parameters) : first
  refuse(answer, at)
  return outcomeOf(answer)
}

const CHECK_QUERY = `select outcome, reason, first_name, surname, number, status, starts_on::text, expires_on::text, services, paused_until
  from desk.desk_check($1, $2, $3, $4, $5, $6, $7)`

type Answer = Record<
  'outcome' | 'reason' | 'first_name' | 'surname' | 'number' | 'starts_on' | 'expires_on',
  string
> & {
  status: Status
  services: string[]
  paused_until: Date
}

async function callDeskCheck(on: DeskConnection, parameters: unknown[]): Promise<Answer> {
  const { rows } = await on.query<Answer>(CHECK_QUERY, parameters)
  if (!rows[0]) throw new Error('The desk function returned no row.')
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
  throw new Error(`The desk function returned the unknown outcome "${outcome}".`)
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
