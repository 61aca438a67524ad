import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statusByCount, type Tier } from '@/lib/memberships/rules'
import { isRising, STATUSES_WITH_THRESHOLDS, statusRuleStateOn, type Thresholds, thresholdsOf } from './rules'

const tier = fc.record({ products: fc.nat(12), cameras: fc.nat(6) })
const thresholds: fc.Arbitrary<Thresholds> = fc.record({ silver: tier, gold: tier, platinum: tier })
const counts = fc.record({ products: fc.nat(20), cameras: fc.nat(20) })
const RANK = ['red', ...STATUSES_WITH_THRESHOLDS]

test('the rule in force is rising', () => {
  const rule = {
    silver: { products: 3, cameras: 1 },
    gold: { products: 6, cameras: 2 },
    platinum: { products: 10, cameras: 2 },
  }
  expect(isRising(rule)).toBe(true)
  expect(isRising({ ...rule, gold: { products: 3, cameras: 2 } })).toBe(false)
  expect(isRising({ ...rule, gold: { products: 6, cameras: 3 } })).toBe(false)
  expect(isRising({ ...rule, gold: { products: 6, cameras: 1 } })).toBe(true)
  expect(isRising({ ...rule, gold: { products: 6, cameras: 0 } })).toBe(false)
  expect(isRising({ ...rule, silver: { products: 1, cameras: 2 } })).toBe(false)
  expect(isRising({ ...rule, silver: { products: 2, cameras: 2 } })).toBe(true)
  expect(isRising({ ...rule, silver: { products: 0, cameras: 0 } })).toBe(false)
})

test('under a rising rule nobody loses status by owning more', () => {
  fc.assert(
    fc.property(thresholds, counts, fc.nat(5), fc.nat(5), (rule, owned, products, cameras) => {
      fc.pre(isRising(rule))
      const tiers: Tier[] = STATUSES_WITH_THRESHOLDS.map((status) => ({ status, ...rule[status] }))
      const rank = (of: typeof owned) => RANK.indexOf(statusByCount(tiers, of))
      const more = { products: owned.products + products, cameras: owned.cameras + cameras }
      expect(rank(more)).toBeGreaterThanOrEqual(rank(owned))
    }),
  )
})

describe('a version of the rules', () => {
  const dated = (effectiveFrom: string, withdrawnAt: Date | null = null) => ({ effectiveFrom, withdrawnAt })
  const [first, second, third] = [dated('2026-01-01'), dated('2026-06-01'), dated('2027-01-01')]
  const withdrawn = dated('2026-09-01', new Date('2026-08-01'))
  const all = [first, second, withdrawn, third]
  const on = (day: string) => all.map((version) => statusRuleStateOn(version, all, day))

  test('is coming until its first day, in force from then, and past once a later one has begun', () => {
    expect(on('2025-12-31')).toEqual(['coming', 'coming', 'withdrawn', 'coming'])
    expect(on('2026-01-01')).toEqual(['inForce', 'coming', 'withdrawn', 'coming'])
    expect(on('2026-05-31')).toEqual(['inForce', 'coming', 'withdrawn', 'coming'])
    expect(on('2026-06-01')).toEqual(['past', 'inForce', 'withdrawn', 'coming'])
    expect(on('2027-01-01')).toEqual(['past', 'past', 'withdrawn', 'inForce'])
  })

  test('that was withdrawn was never in force, and supersedes no other', () => {
    expect(on('2026-12-31')).toEqual(['past', 'inForce', 'withdrawn', 'coming'])
  })
})

test('thresholds are taken from a version; a missing status has zeros', () => {
  const tiers: Tier[] = [
    { status: 'gold', products: 6, cameras: 2 },
    { status: 'silver', products: 3, cameras: 1 },
  ]
  expect(thresholdsOf(tiers)).toEqual({
    silver: { products: 3, cameras: 1 },
    gold: { products: 6, cameras: 2 },
    platinum: { products: 0, cameras: 0 },
  })
})
