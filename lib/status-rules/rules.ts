import type { StatusByCount, Tier } from '@/lib/memberships/rules'

/** The statuses with thresholds of their own; Red needs nothing and Black is by invitation. */
export const STATUSES_WITH_THRESHOLDS = ['silver', 'gold', 'platinum'] as const satisfies StatusByCount[]
export type Thresholds = Record<(typeof STATUSES_WITH_THRESHOLDS)[number], Pick<Tier, 'products' | 'cameras'>>

/** Whether each status needs more products than the one below, never fewer cameras, and no more cameras than products. */
export function isRising(thresholds: Thresholds): boolean {
  let below = { products: 0, cameras: 0 }
  return STATUSES_WITH_THRESHOLDS.every((status) => {
    const tier = thresholds[status]
    const rises =
      tier.products > below.products && tier.cameras >= below.cameras && tier.cameras <= tier.products
    below = tier
    return rises
  })
}

/**
 * The state of a version of the rules on a calendar day; of those that have begun and were not withdrawn the latest is in force.
 */
export type StatusRuleState = 'coming' | 'inForce' | 'past' | 'withdrawn'
type DatedVersion = { effectiveFrom: string; withdrawnAt: Date | null }

export function statusRuleStateOn(
  version: DatedVersion,
  all: readonly DatedVersion[],
  day: string,
): StatusRuleState {
  if (version.withdrawnAt) return 'withdrawn'
  if (version.effectiveFrom > day) return 'coming'
  const later = (other: DatedVersion) =>
    !other.withdrawnAt && other.effectiveFrom > version.effectiveFrom && other.effectiveFrom <= day
  return all.some(later) ? 'past' : 'inForce'
}

/** Returns the thresholds of a version, as a starting point. */
export function thresholdsOf(tiers: readonly Tier[]): Thresholds {
  const thresholdOf = (status: Tier['status']) => {
    const { products = 0, cameras = 0 } = tiers.find((tier) => tier.status === status) ?? {}
    return { products, cameras }
  }
  return { silver: thresholdOf('silver'), gold: thresholdOf('gold'), platinum: thresholdOf('platinum') }
}
