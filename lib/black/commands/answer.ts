import 'server-only'
import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { blackInvitations, memberships, statusChanges, terms } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { statusRulesOn } from '@/lib/memberships/queries'
import { termFrom } from '@/lib/memberships/rules'
import { hashToken } from '@/lib/secrets'
import { berlinDate } from '@/lib/time'
import { canAccept } from '../policy'
import { findBlackOffer, readBlackInvitation } from '../queries'
import { blackStateOn, type Dated } from '../rules'

/**
 * Accepts the invitation behind a link: the card is Black from now on. A running term is kept; if it is over, a new one of twelve
 * months begins. Each refusal has a reason of its own.
 */
export async function acceptBlack(member: Member, token: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const offer = await findBlackOffer(member, token, tx)
    if (!offer) throw new Refusal('notFound')
    if (!canAccept(member, offer, offer.ownEmail)) throw new Refusal('blackOtherAddress')
    const [accepted] = await tx
      .update(blackInvitations)
      .set({ answer: 'accepted', answeredAt: at, acceptedBy: member.ownMemberId })
      .where(isUnanswered(token, at))
      .returning({ id: blackInvitations.id })
    if (!accepted) return refuseAnswer(tx, token, at)
    await grantBlack(tx, member.ownMemberId, at)
    await record(tx, member, 'black.accepted', {
      memberId: member.ownMemberId,
      subjectId: accepted.id,
      at,
    })
    await queueMail(tx, 'black-granted', member.id)
  })
}

/** Declines it. The link is the proof, so nobody has to join or sign in to decline. */
export async function declineBlack(token: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const [refused] = await tx
      .update(blackInvitations)
      .set({ answer: 'refused', answeredAt: at })
      .where(isUnanswered(token, at))
      .returning({ id: blackInvitations.id, memberId: blackInvitations.memberId })
    if (!refused) return refuseAnswer(tx, token, at)
    const memberId = refused.memberId ?? undefined
    await record(tx, null, 'black.refused', { memberId, subjectId: refused.id, at })
  })
}

const isUnanswered = (token: string, at: Date) =>
  and(
    eq(blackInvitations.tokenHash, hashToken(token)),
    eq(blackInvitations.state, 'approved'),
    gte(blackInvitations.validUntil, berlinDate(at)),
  )

async function refuseAnswer(tx: Database, token: string, at: Date): Promise<never> {
  const invitation = await readBlackInvitation(token, at, tx)
  if (invitation) refuseByState(invitation, at)
  throw new Refusal('notFound')
}

/** Refuses with the reason why an invitation can no longer be answered. */
function refuseByState(invitation: Dated, at: Date) {
  const state = blackStateOn(invitation, berlinDate(at))
  if (state === 'accepted') throw new Refusal('blackAccepted')
  if (state === 'refused') throw new Refusal('blackRefused')
  if (state === 'expired') throw new Refusal('blackExpired')
  if (state !== 'approved') throw new Refusal('blackRevoked')
}

async function grantBlack(tx: Database, memberId: number, at: Date) {
  const today = berlinDate(at)
  const [before] = await tx.select().from(memberships).where(eq(memberships.memberId, memberId)).for('update')
  if (!before) throw new Error('A member without a membership.')
  if (before.suspendedAt || (before.endedOn && before.endedOn <= today))
    throw new Refusal('membershipNotValid')
  const renewed = before.expiresOn < today ? termFrom(today) : undefined
  const { id: statusRulesId } = await statusRulesOn(today, tx)
  const [granted] = await tx
    .update(memberships)
    .set({ status: 'black', granted: 'black', statusRulesId, ...renewed })
    .where(and(eq(memberships.memberId, memberId), or(isNull(memberships.granted), sql`granted <> 'black'`)))
    .returning({ memberId: memberships.memberId })
  if (!granted) throw new Refusal('youAreBlack')
  if (renewed) await tx.insert(terms).values({ memberId, ...renewed, because: 'renewal', at })
  await tx
    .insert(statusChanges)
    .values({ memberId, from: before.status, to: 'black', because: 'granted', statusRulesId, at })
}
