import { type Actor, hasRole } from '@/lib/actor'
import { Refusal } from '@/lib/errors'

export type Owned = { memberId: number }
/** A registration with what decides who may judge it. `refusedBy` are the accounts that ever refused it. */
export type Judged = Owned & { appealedAt: Date | null; refusedBy: readonly string[] }
export type DecisionObstacle = 'notAllowed' | 'ownPurchase' | 'ownRefusal'
export type CorrectionToDecide = Owned & { touchesBirth: boolean }

/** Who reviews at all. */
const canReview = (actor: Actor) => hasRole(actor, 'reviewer', 'admin')

/** For lists and reads: the type asks for a reviewer, and this makes sure. */
export function requireReview(actor: Actor) {
  if (!canReview(actor)) throw new Refusal('notAllowed')
}

/** Nobody sees or decides about their own purchase, whatever their role. */
export const canOpen = (actor: Actor, item: Owned) => canReview(actor) && !isOwn(actor, item)

/** After an appeal somebody else decides than who refused. */
export const canDecide = (actor: Actor, registration: Judged) =>
  decisionObstacle(actor, registration) === null

/** Why this person may not decide about this registration, or null when they may. */
export function decisionObstacle(actor: Actor, registration: Judged): DecisionObstacle | null {
  if (!canReview(actor)) return 'notAllowed'
  if (isOwn(actor, registration)) return 'ownPurchase'
  if (registration.appealedAt && registration.refusedBy.includes(actor.id)) return 'ownRefusal'
  return null
}

/** A date of birth is seen, and so decided about, by an admin only. */
export const canDecideCorrection = (actor: Actor, correction: CorrectionToDecide) =>
  canOpen(actor, correction) && (!correction.touchesBirth || hasRole(actor, 'admin'))

const isOwn = (actor: Actor, { memberId }: Owned) => memberId === actor.ownMemberId
