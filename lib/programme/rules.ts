import type { StatusByCount, Tier } from '@/lib/memberships/rules'

/** The statuses with thresholds of their own; Red needs nothing and Black is by invitation. */
export const COUNTED = ['silver', 'gold', 'platinum'] as const satisfies StatusByCount[]
export type Thresholds = Record<(typeof COUNTED)[number], Pick<Tier, 'products' | 'cameras'>>

/** Whether each status needs more products than the one below, never fewer cameras, and no more cameras than products. */
export function isRising(thresholds: Thresholds): boolean {
  let below = { products: 0, cameras: 0 }
  return COUNTED.every((status) => {
    const tier = thresholds[status]
    const rises =
      tier.products > below.products && tier.cameras >= below.cameras && tier.cameras <= tier.products
    below = tier
    return rises
  })
}

/** The thresholds of a version, to start from. */
export function thresholdsOf(tiers: readonly Tier[]): Thresholds {
  const of = (status: Tier['status']) => {
    const { products = 0, cameras = 0 } = tiers.find((tier) => tier.status === status) ?? {}
    return { products, cameras }
  }
  return { silver: of('silver'), gold: of('gold'), platinum: of('platinum') }
}
