import type { Database } from '@/db/client'
import { registrationPath } from '@/lib/addresses'
import type { Compose, Mails, RenderedMail } from '@/lib/mail/mail'
import type { Recipient } from '@/lib/mail/queries'
import { write } from '@/lib/mail/render'
import { findHolder } from '@/lib/memberships/mails'
import { berlinDate } from '@/lib/time'
import { findChanges, findCorrection, findDecision, type MailedDecision } from '../queries/mailed'
import { correctionDecided } from './correction-decided'
import type { Purchase } from './purchase'
import { purchaseAsked } from './purchase-asked'
import { purchaseRefused } from './purchase-refused'
import { purchaseVerified } from './purchase-verified'
import { registrationEnded } from './registration-ended'

type Deciding = 'purchase-verified' | 'purchase-asked' | 'purchase-refused' | 'registration-ended'
type DecidedMail = NonNullable<Awaited<ReturnType<typeof findDecided>>>

/** Composes a mail about a decision; null when the decision or its registration is gone. */
const aboutDecision =
  (
    compose: (decided: DecidedMail, mail: Recipient, at: Date, on: Database) => Promise<RenderedMail | null>,
  ): Compose<Deciding> =>
  async (on, mail, at) => {
    const decided = await findDecided(on, mail, at)
    return decided && compose(decided, mail, at, on)
  }

export const reviewMails: Mails<Deciding | 'correction-decided'> = {
  'purchase-verified': aboutDecision(async ({ holder, decision, memberId }, { language }, _, on) => {
    const changes = await findChanges(on, memberId, decision.at)
    return write(purchaseVerified, language, { ...holder, purchase: purchaseOf(decision), ...changes })
  }),
  'purchase-asked': aboutDecision((decided, mail) =>
    write(purchaseAsked, mail.language, answerFacts(decided, mail)),
  ),
  'purchase-refused': aboutDecision((decided, mail) => {
    const { appealedAt, at: decidedAt } = decided.decision
    const appealed = appealedAt !== null && appealedAt <= decidedAt
    return write(purchaseRefused, mail.language, { ...answerFacts(decided, mail), appealed })
  }),
  'registration-ended': aboutDecision((decided, mail, at) =>
    write(registrationEnded, mail.language, {
      ...answerFacts(decided, mail),
      counted: countedStatus(decided, at),
    }),
  ),
  'correction-decided': async (on, { about, language, memberId, firstName, surname }) => {
    const { correction: id } = about
    const correction = memberId && (await findCorrection(on, id, memberId))
    if (!correction || !firstName) return null
    const granted = correction.granted ? { name: `${firstName} ${surname}` } : undefined
    return write(correctionDecided, language, { firstName, granted })
  },
}

async function findDecided(on: Database, mail: Parameters<Compose<Deciding>>[1], at: Date) {
  const holder = await findHolder(on, mail, at)
  if (!holder || !mail.memberId) return null
  const decision = await findDecision(on, mail.about.decision, mail.memberId)
  return decision && { holder, decision, memberId: mail.memberId }
}

function answerFacts({ holder: { firstName }, decision }: DecidedMail, { language }: Recipient) {
  const { reason, sentence } = decision
  const answer = { reason: reason?.[language] ?? '', sentence: sentence ?? undefined }
  return { firstName, purchase: purchaseOf(decision), answer }
}

function purchaseOf({ product, qualifying, serialTyped, registrationId }: MailedDecision): Purchase {
  const serialEnding = serialTyped.replace(/[^\p{L}\p{N}]/gu, '').slice(-4)
  return { product, qualifying, serialEnding, path: registrationPath(registrationId) }
}

/** A status based on products may fall when its term ends; Red, a granted one and one whose term is over do not. */
function countedStatus({ holder: { membership } }: DecidedMail, at: Date) {
  const { status, granted, expiresOn } = membership
  const mayFall = status !== 'red' && status !== granted && expiresOn >= berlinDate(at)
  return mayFall ? { status, expiresOn } : undefined
}
