import { hasRole, type Reviewer } from '@/lib/actor'

export type Owned = { memberId: number }
/** A registration with the data that determines who may decide about it. `refusedBy` are the accounts that ever refused it. */
export type DecidableRegistration = Owned & { appealedAt: Date | null; refusedBy: readonly string[] }
export type DecisionObstacle = 'ownPurchase' | 'ownRefusal'
export type CorrectionToDecide = Owned & { touchesBirth: boolean }

/** Nobody sees or decides about their own purchase, whatever their role. */
export const canOpen = (reviewer: Reviewer, item: Owned) => item.memberId !== reviewer.ownMemberId

/** After an appeal somebody other than the refusing reviewer decides. */
export const canDecide = (reviewer: Reviewer, registration: DecidableRegistration) =>
  decisionObstacle(reviewer, registration) === null

/** Returns why this person may not decide about this registration, or null when they may. */
export function decisionObstacle(
  reviewer: Reviewer,
  registration: DecidableRegistration,
): DecisionObstacle | null {
  if (!canOpen(reviewer, registration)) return 'ownPurchase'
  if (registration.appealedAt && registration.refusedBy.includes(reviewer.id)) return 'ownRefusal'
  return null
}

/** Only an admin sees a date of birth, and so decides about it. */
export const canDecideCorrection = (reviewer: Reviewer, correction: CorrectionToDecide) =>
  canOpen(reviewer, correction) && (!correction.touchesBirth || hasRole(reviewer, 'admin'))
