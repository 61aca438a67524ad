import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '@/lib/lists'
import { addDays } from '@/lib/time'
import {
  type Counts,
  countQualifying,
  highest,
  nextStep,
  statusByCount,
  statusOf,
  statusOfProducts,
  type Tier,
  termFrom,
  validity,
} from './rules'

const TIERS: Tier[] = [
  { status: 'gold', products: 6, cameras: 2 },
  { status: 'red', products: 0, cameras: 0 },
  { status: 'platinum', products: 10, cameras: 2 },
  { status: 'silver', products: 3, cameras: 1 },
]

const status = fc.constantFrom(...STATUSES)
const byCount = fc.constantFrom('red', 'silver', 'gold', 'platinum')
const counts: fc.Arbitrary<Counts> = fc
  .tuple(fc.nat({ max: 14 }), fc.nat({ max: 14 }))
  .map(([lenses, cameras]) => ({ products: lenses + cameras, cameras }))
const tiers: fc.Arbitrary<Tier[]> = fc.uniqueArray(
  fc.record({ status, products: fc.nat({ max: 12 }), cameras: fc.nat({ max: 4 }) }),
  { selector: (tier) => tier.status },
)
const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const above = (a: (typeof STATUSES)[number], b: (typeof STATUSES)[number]) =>
  STATUSES.indexOf(a) > STATUSES.indexOf(b)

describe('a term', () => {
  test.each([
    ['2026-11-23', '2027-11-22'],
    ['2026-01-01', '2026-12-31'],
    ['2026-03-01', '2027-02-28'],
    ['2027-03-01', '2028-02-29'],
    ['2028-02-29', '2029-02-27'],
  ])('from %s is valid to the end of %s', (startsOn, expiresOn) => {
    expect(termFrom(startsOn)).toEqual({ startsOn, expiresOn })
  })

  test('is valid on its first and last day, and not on the days around', () => {
    fc.assert(
      fc.property(day, (startsOn) => {
        const term = termFrom(startsOn)
        expect(validity(term, startsOn)).toEqual({ valid: true })
        expect(validity(term, term.expiresOn)).toEqual({ valid: true })
        expect(validity(term, addDays(startsOn, -1))).toEqual({ valid: false, reason: 'not-started' })
        expect(validity(term, addDays(term.expiresOn, 1))).toEqual({ valid: false, reason: 'expired' })
      }),
    )
  })
})

describe('validity', () => {
  const term = termFrom('2026-01-01')

  test('ends with the day it was ended or suspended on, not before', () => {
    expect(validity({ ...term, endedOn: '2026-05-02' }, '2026-05-01')).toEqual({ valid: true })
    expect(validity({ ...term, endedOn: '2026-05-02' }, '2026-05-02')).toEqual({
      valid: false,
      reason: 'ended',
    })
    expect(validity({ ...term, suspendedOn: '2026-05-02' }, '2026-05-01')).toEqual({ valid: true })
    expect(validity({ ...term, suspendedOn: '2026-05-02' }, '2026-05-02')).toEqual({
      valid: false,
      reason: 'suspended',
    })
    expect(validity({ ...term, endedOn: null, suspendedOn: null }, '2026-05-02')).toEqual({ valid: true })
  })

  test('names the reason that is hardest to undo', () => {
    const worst = { ...term, endedOn: '2026-02-01', suspendedOn: '2026-01-15' }
    expect(validity(worst, '2027-06-01')).toEqual({ valid: false, reason: 'ended' })
    expect(validity({ ...worst, endedOn: null }, '2027-06-01')).toEqual({ valid: false, reason: 'suspended' })
  })
})

describe('the status by count', () => {
  test.each([
    [0, 0, 'red'],
    [2, 1, 'red'],
    [3, 0, 'red'],
    [3, 1, 'silver'],
    [5, 5, 'silver'],
    [6, 1, 'silver'],
    [6, 2, 'gold'],
    [9, 9, 'gold'],
    [10, 1, 'silver'],
    [10, 2, 'platinum'],
    [500, 400, 'platinum'],
  ] as const)('of %d products, %d of them cameras, is %s', (products, cameras, expected) => {
    expect(statusByCount(TIERS, { products, cameras })).toBe(expected)
  })

  test('is red without a rule, and never black, whatever the rules are', () => {
    expect(statusByCount([], { products: 99, cameras: 99 })).toBe('red')
    expect(statusByCount([{ status: 'black', products: 0, cameras: 0 }], { products: 1, cameras: 1 })).toBe(
      'red',
    )
  })

  test('never falls when a product is added', () => {
    fc.assert(
      fc.property(tiers, counts, fc.boolean(), (rule, held, camera) => {
        const more = { products: held.products + 1, cameras: held.cameras + (camera ? 1 : 0) }
        expect(above(statusByCount(rule, held), statusByCount(rule, more))).toBe(false)
      }),
    )
  })
})

describe('the status held', () => {
  const member = { byCount: 'red', granted: null, current: 'red', inTerm: true } as const

  test('rises at once', () => expect(statusOf({ ...member, byCount: 'gold' })).toBe('gold'))
  test('stays within the term when equipment goes', () =>
    expect(statusOf({ ...member, current: 'gold' })).toBe('gold'))
  test('falls when the term ends', () => {
    expect(statusOf({ ...member, current: 'gold', byCount: 'silver', inTerm: false })).toBe('silver')
  })
  test('of someone invited to Black survives a change of equipment and the end of a term', () => {
    expect(statusOf({ ...member, granted: 'black', current: 'black', inTerm: false })).toBe('black')
  })

  test('is never below count and grant, never below what was held in the term, and always one of the three', () => {
    const anyone = fc.record({ byCount, granted: fc.option(status), current: status, inTerm: fc.boolean() })
    fc.assert(
      fc.property(anyone, (someone) => {
        const held = statusOf(someone)
        expect(above(someone.byCount, held) || above(someone.granted ?? 'red', held)).toBe(false)
        if (someone.inTerm) expect(above(someone.current, held)).toBe(false)
        expect([someone.byCount, someone.granted, someone.inTerm ? someone.current : 'red']).toContain(held)
        expect(statusOf({ ...someone, current: held })).toBe(held)
      }),
    )
  })
})

describe('the next step', () => {
  test.each([
    [
      { products: 0, cameras: 0 },
      { status: 'silver', products: 3, cameras: 1 },
    ],
    [
      { products: 2, cameras: 0 },
      { status: 'silver', products: 1, cameras: 1 },
    ],
    [
      { products: 3, cameras: 0 },
      { status: 'silver', products: 1, cameras: 1 },
    ],
    [
      { products: 4, cameras: 4 },
      { status: 'gold', products: 2, cameras: 0 },
    ],
    [
      { products: 12, cameras: 1 },
      { status: 'gold', products: 1, cameras: 1 },
    ],
    [{ products: 10, cameras: 2 }, null],
  ])('from %j is %j', (held, step) => expect(nextStep(TIERS, held)).toEqual(step))

  test('is counted from a granted status if there is one', () => {
    expect(nextStep(TIERS, { products: 2, cameras: 1 }, 'gold')).toEqual({
      status: 'platinum',
      products: 8,
      cameras: 1,
    })
    expect(nextStep(TIERS, { products: 2, cameras: 1 }, 'black')).toBeNull()
  })

  test('leads there, but not with one product or one camera less', () => {
    fc.assert(
      fc.property(tiers, counts, (rule, held) => {
        const step = nextStep(rule, held)
        fc.pre(step !== null)
        const reached = (products: number, cameras: number) =>
          statusByCount(rule, { products: held.products + products, cameras: held.cameras + cameras })
        expect(above(step.status, reached(step.products, step.cameras))).toBe(false)
        expect(step.products).toBeGreaterThanOrEqual(Math.max(1, step.cameras))
        const less = [reached(step.products - 1, Math.min(step.cameras, step.products - 1))]
        if (step.cameras > 0) less.push(reached(step.products, step.cameras - 1))
        for (const status of less) expect(status).not.toBe(step.status)
      }),
    )
  })
})

describe('a list of equipment', () => {
  const camera = { kind: 'camera', qualifying: true } as const
  const lens = { kind: 'lens', qualifying: true } as const

  test('counts what qualifies', () => {
    expect(countQualifying([camera, lens, { kind: 'camera', qualifying: false }])).toEqual({
      products: 2,
      cameras: 1,
    })
  })

  test('returns its status and the next step', () => {
    expect(statusOfProducts(TIERS, [camera, lens, lens])).toEqual({
      counts: { products: 3, cameras: 1 },
      status: 'silver',
      next: { status: 'gold', products: 3, cameras: 1 },
    })
    expect(statusOfProducts(TIERS, []).status).toBe('red')
  })
})

test('the highest of several statuses', () =>
  expect(highest('silver', 'red', 'platinum', 'gold')).toBe('platinum'))
