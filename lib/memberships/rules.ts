import { type ProductKind, STATUSES, type Status } from '@/lib/lists'
import { addDays, addMonths } from '@/lib/time'

/** Black is never reached by count, only granted. */
export type StatusByCount = Exclude<Status, 'black'>

/** What a status needs: verified qualifying products, and how many of these are cameras. */
export type Tier = { status: Status; products: number; cameras: number }
/** Cameras are counted among the products. */
export type Counts = { products: number; cameras: number }
export type Term = { startsOn: string; expiresOn: string }
type OwnedProduct = { kind: ProductKind; qualifying: boolean }

/**
 * Returns the term that starts on a day: `expiresOn` is its last valid day, `startsOn` + 12 months − 1 day. A term from 29
 * February ends on 27 February, as Postgres computes too.
 */
export function termFrom(startsOn: string, months = 12): Term {
  return { startsOn, expiresOn: addDays(addMonths(startsOn, months), -1) }
}

export type Validity =
  | { valid: true }
  | { valid: false; reason: 'ended' | 'suspended' | 'not-started' | 'expired' }

/**
 * Whether a membership is valid on a day, computed from its dates and never stored. It is invalid from the day it ended or was
 * suspended; the last day of the term is still valid. Of several reasons the one that is hardest to undo is returned.
 */
export function validity(
  membership: Term & { endedOn?: string | null; suspendedOn?: string | null },
  today: string,
): Validity {
  const { startsOn, expiresOn, endedOn, suspendedOn } = membership
  if (endedOn && endedOn <= today) return { valid: false, reason: 'ended' }
  if (suspendedOn && suspendedOn <= today) return { valid: false, reason: 'suspended' }
  if (today < startsOn) return { valid: false, reason: 'not-started' }
  if (today > expiresOn) return { valid: false, reason: 'expired' }
  return { valid: true }
}

/** Returns the highest status of the rule whose numbers are both reached; red when there is none. */
export function statusByCount(tiers: readonly Tier[], counts: Counts): StatusByCount {
  return (
    tiersByRank(tiers).findLast((tier) => counts.products >= tier.products && counts.cameras >= tier.cameras)
      ?.status ?? 'red'
  )
}

/**
 * Returns the status a member holds: the higher of the counted and the granted one. It rises at once; within a term it never
 * falls below `current`, the status held so far.
 */
export function statusOf(member: {
  byCount: StatusByCount
  granted: Status | null
  current: Status
  inTerm: boolean
}): Status {
  const { byCount, granted, current, inTerm } = member
  return highest(byCount, granted ?? 'red', inTerm ? current : 'red')
}

/** Returns the highest of several statuses. */
export function highest(first: Status, ...others: Status[]): Status {
  return others.reduce((best, one) => (rank(one) > rank(best) ? one : best), first)
}

/** `products` more are needed, of which `cameras` must be cameras. */
export type NextStep = { status: StatusByCount; products: number; cameras: number }

/**
 * Returns the next status above `held` and what is missing for it, or null when only Black is left. `held` defaults to the one
 * reached by count. Three lenses that lack a camera lack one product, of which one camera.
 */
export function nextStep(
  tiers: readonly Tier[],
  counts: Counts,
  held: Status = statusByCount(tiers, counts),
): NextStep | null {
  const next = tiersByRank(tiers).find((tier) => rank(tier.status) > rank(held))
  if (!next) return null
  const cameras = Math.max(0, next.cameras - counts.cameras)
  return { status: next.status, products: Math.max(cameras, next.products - counts.products, 0), cameras }
}

/** Counts the qualifying products. The caller must ensure that they are verified. */
export function countQualifying(owned: readonly OwnedProduct[]): Counts {
  const qualifying = owned.filter((product) => product.qualifying)
  return {
    products: qualifying.length,
    cameras: qualifying.filter((product) => product.kind === 'camera').length,
  }
}

/** Returns the status that equipment would give once all of it is verified, and the next step. */
export function statusOfProducts(tiers: readonly Tier[], owned: readonly OwnedProduct[]) {
  const counts = countQualifying(owned)
  return { counts, status: statusByCount(tiers, counts), next: nextStep(tiers, counts) }
}

function tiersByRank(tiers: readonly Tier[]) {
  return tiers.filter(isByCount).sort((a, b) => rank(a.status) - rank(b.status))
}

function isByCount(tier: Tier): tier is Tier & { status: StatusByCount } {
  return tier.status !== 'black'
}

function rank(status: Status): number {
  return STATUSES.indexOf(status)
}
