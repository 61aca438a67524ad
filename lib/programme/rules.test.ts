import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statusByCount, type Tier } from '@/lib/memberships/rules'
import { COUNTED, isRising, type Thresholds } from './rules'

const tier = fc.record({ products: fc.nat(12), cameras: fc.nat(6) })
const thresholds: fc.Arbitrary<Thresholds> = fc.record({ silver: tier, gold: tier, platinum: tier })
const counts = fc.record({ products: fc.nat(20), cameras: fc.nat(20) })
const RANK = ['red', ...COUNTED]

test('the rule that is in force rises', () => {
  const rule = {
    silver: { products: 3, cameras: 1 },
    gold: { products: 6, cameras: 2 },
    platinum: { products: 10, cameras: 2 },
  }
  expect(isRising(rule)).toBe(true)
  expect(isRising({ ...rule, gold: { products: 3, cameras: 2 } })).toBe(false)
  expect(isRising({ ...rule, gold: { products: 6, cameras: 3 } })).toBe(false)
  expect(isRising({ ...rule, silver: { products: 1, cameras: 2 } })).toBe(false)
})

test('under a rising rule nobody loses by owning more', () => {
  fc.assert(
    fc.property(thresholds, counts, fc.nat(5), fc.nat(5), (rule, has, products, cameras) => {
      fc.pre(isRising(rule))
      const tiers: Tier[] = COUNTED.map((status) => ({ status, ...rule[status] }))
      const rank = (of: typeof has) => RANK.indexOf(statusByCount(tiers, of))
      const more = { products: has.products + products, cameras: has.cameras + cameras }
      expect(rank(more)).toBeGreaterThanOrEqual(rank(has))
    }),
  )
})
