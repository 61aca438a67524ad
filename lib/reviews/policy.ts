import { hasRole, type Reviewer } from '@/lib/actor'

export type Owned = { memberId: number }
/** A registration with what decides who may judge it. `refusedBy` are the accounts that ever refused it. */
export type Judged = Owned & { appealedAt: Date | null; refusedBy: readonly string[] }
export type DecisionObstacle = 'ownPurchase' | 'ownRefusal'
export type CorrectionToDecide = Owned & { touchesBirth: boolean }

/** Nobody sees or decides about their own purchase, whatever their role. */
export const canOpen = (reviewer: Reviewer, item: Owned) => item.memberId !== reviewer.ownMemberId

/** After an appeal somebody else decides than who refused. */
export const canDecide = (reviewer: Reviewer, registration: Judged) =>
  decisionObstacle(reviewer, registration) === null

/** Why this person may not decide about this registration, or null when they may. */
export function decisionObstacle(reviewer: Reviewer, registration: Judged): DecisionObstacle | null {
  if (!canOpen(reviewer, registration)) return 'ownPurchase'
  if (registration.appealedAt && registration.refusedBy.includes(reviewer.id)) return 'ownRefusal'
  return null
}

/** A date of birth is seen, and so decided about, by an admin only. */
export const canDecideCorrection = (reviewer: Reviewer, correction: CorrectionToDecide) =>
  canOpen(reviewer, correction) && (!correction.touchesBirth || hasRole(reviewer, 'admin'))
