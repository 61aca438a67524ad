import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findBursts,
  findCountryChanges,
  HOUR,
  isUnusual,
  medianOf,
  nightOf,
  UNUSUAL_MINIMUM,
  UNUSUAL_RATIO,
} from './rules'

const counts = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 28 })
const moments = fc.array(
  fc.date({ min: new Date('2026-01-01'), max: new Date('2026-01-04'), noInvalidDate: true }),
  { maxLength: 30 },
)

describe('an unusual day', () => {
  test.each([
    [UNUSUAL_MINIMUM - 1, [], false],
    [UNUSUAL_MINIMUM, [], true],
    [UNUSUAL_MINIMUM, [7], false],
    [UNUSUAL_MINIMUM, [6], true],
    [60, [20, 20, 20], false],
    [61, [20, 20, 20], true],
    [61, [20, 20, 20, 380], true],
    [61, [19, 20, 380], true],
  ])('%i after %j: %s', (count, before, unusual) => expect(isUnusual(count, before)).toBe(unusual))

  test('is never one of fewer than twenty checks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: UNUSUAL_MINIMUM - 1 }), counts, (n, days) => !isUnusual(n, days)),
    )
  })

  test('is always one of more than three times the busiest day, and never one within the calmest', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: UNUSUAL_MINIMUM, max: 9999 }), (days, n) => {
        if (n > UNUSUAL_RATIO * Math.max(0, ...days)) expect(isUnusual(n, days)).toBe(true)
        if (days.length > 0 && n <= UNUSUAL_RATIO * Math.min(...days)) expect(isUnusual(n, days)).toBe(false)
      }),
    )
  })

  test('stays one with one check more, and does not depend on the order of the days', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 2000 }), (days, n) => {
        if (isUnusual(n, days)) expect(isUnusual(n + 1, days)).toBe(true)
        expect(isUnusual(n, days.toReversed())).toBe(isUnusual(n, days))
      }),
    )
  })

  test('the usual lies in the middle: as many days above it as below', () => {
    fc.assert(
      fc.property(counts, (days) => {
        const middle = medianOf(days)
        expect(days.filter((one) => one > middle).length).toBeLessThanOrEqual(days.length / 2)
        expect(days.filter((one) => one < middle).length).toBeLessThanOrEqual(days.length / 2)
      }),
    )
  })
})

describe('the night', () => {
  test.each([
    ['2026-11-20T20:59:59Z', 'Europe/Berlin', null],
    ['2026-11-20T21:00:00Z', 'Europe/Berlin', '2026-11-20'],
    ['2026-11-21T04:59:59Z', 'Europe/Berlin', '2026-11-20'],
    ['2026-11-21T05:00:00Z', 'Europe/Berlin', null],
    ['2026-11-20T13:00:00Z', 'Asia/Tokyo', '2026-11-20'],
    ['2026-11-20T20:59:59Z', 'Asia/Tokyo', '2026-11-20'],
    ['2026-11-20T21:00:00Z', 'Asia/Tokyo', null],
    ['2026-11-20T06:00:00Z', 'America/Los_Angeles', '2026-11-19'],
    ['2026-11-20T16:30:00Z', 'Asia/Calcutta', '2026-11-20'],
    ['2026-11-20T16:29:59Z', 'Asia/Calcutta', null],
    // The clock goes forward at 2 in this night, and back at 3 in the other: one night each.
    ['2026-03-28T21:00:00Z', 'Europe/Berlin', '2026-03-28'],
    ['2026-03-29T03:59:59Z', 'Europe/Berlin', '2026-03-28'],
    ['2026-03-29T04:00:00Z', 'Europe/Berlin', null],
    ['2026-10-24T20:00:00Z', 'Europe/Berlin', '2026-10-24'],
    ['2026-10-25T04:59:59Z', 'Europe/Berlin', '2026-10-24'],
    ['2026-10-25T05:00:00Z', 'Europe/Berlin', null],
  ])('%s in %s: %s', (at, zone, night) => expect(nightOf(new Date(at), zone)).toBe(night))
})

describe('two countries', () => {
  const at = (ms: number, country: string) => ({ at: new Date(Date.UTC(2026, 10, 20) + ms), country })
  test('within 24 hours, to the millisecond', () => {
    expect(findCountryChanges([at(0, 'DE'), at(24 * HOUR, 'JP')])).toHaveLength(1)
    expect(findCountryChanges([at(0, 'DE'), at(24 * HOUR + 1, 'JP')])).toEqual([])
    expect(findCountryChanges([at(0, 'DE'), at(1, 'DE')])).toEqual([])
  })
  test('a check at home in between hides nothing', () => {
    const [first, home, away] = [at(0, 'JP'), at(HOUR, 'DE'), at(2 * HOUR, 'DE')]
    expect(findCountryChanges([away, home, first])).toEqual([
      { earlier: first, later: home },
      { earlier: first, later: away },
    ])
  })
  test('are always different, in order and within a day', () => {
    const country = fc.constantFrom('DE', 'JP', 'US')
    const checks = fc
      .tuple(moments, fc.infiniteStream(country))
      .map(([all, where]) => all.map((moment) => ({ at: moment, country: where.next().value as string })))
    fc.assert(
      fc.property(checks, (all) => {
        for (const { earlier, later } of findCountryChanges(all)) {
          expect(earlier.country).not.toBe(later.country)
          const apart = later.at.getTime() - earlier.at.getTime()
          expect(apart >= 0 && apart <= 24 * HOUR).toBe(true)
        }
        if (new Set(all.map((one) => one.country)).size < 2) expect(findCountryChanges(all)).toEqual([])
      }),
    )
  })
})

describe('a burst of misses', () => {
  const minutes = (...later: number[]) => later.map((n) => new Date(Date.UTC(2026, 10, 20) + n * 60_000))
  test('is five within an hour, and no longer five an hour after the first', () => {
    expect(findBursts(minutes(0, 10, 20, 30, 59), 5, HOUR)).toEqual(minutes(59))
    expect(findBursts(minutes(0, 10, 20, 30, 60), 5, HOUR)).toEqual([])
    expect(findBursts(minutes(0, 10, 20, 30, 60, 61), 5, HOUR)).toEqual(minutes(61))
  })
  test('contains at least that many moments of the hour before it', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 8 }), (all, count) => {
        const bursts = findBursts(all, count, HOUR)
        for (const one of all) {
          const near = all.filter((other) => +other <= +one && +one - +other < HOUR).length
          const inBurst = bursts.some((burst) => +burst === +one)
          expect(inBurst).toBe(near >= count)
        }
      }),
    )
  })
})
