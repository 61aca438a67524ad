import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/lib/time'
import { OverviewFilter } from './input'
import {
  byStatus,
  type MemberCount,
  memberCountsOn,
  monthEnds,
  nextDays,
  PERIODS,
  periodOf,
  rangesOf,
  type StatusMove,
  sumByRange,
} from './rules'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('a period ends today and has the given number of days', () => {
  expect(periodOf(7, '2026-03-02')).toEqual({ from: '2026-02-24', to: '2026-03-02' })
  expect(nextDays(30, '2026-11-25')).toEqual({ from: '2026-11-25', to: '2026-12-25' })
})

test('ranges are contiguous, cover exactly the period, and are few enough for a phone', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...PERIODS), (today, days) => {
      const period = periodOf(days, today)
      const ranges = rangesOf(period)
      expect(ranges[0]?.from).toBe(period.from)
      expect(ranges.at(-1)?.to).toBe(period.to)
      for (const [i, { from }] of ranges.entries())
        if (i > 0) expect(from).toBe(addDays(ranges[i - 1]?.to ?? '', 1))
      expect(ranges.length).toBeLessThanOrEqual(90)
    }),
  )
})

test('up to ninety days are shown day by day, a year in weeks that end today', () => {
  expect(rangesOf(periodOf(90, '2026-11-25'))).toHaveLength(90)
  expect(rangesOf(periodOf(91, '2026-11-25'))).toHaveLength(13)
  const weeks = rangesOf(periodOf(365, '2026-11-25'))
  expect(weeks).toHaveLength(53)
  expect(weeks.at(-1)).toEqual({ from: '2026-11-19', to: '2026-11-25' })
})

test('nothing is lost or counted twice when days are summed', () => {
  const some = fc.uniqueArray(fc.tuple(fc.nat(364), fc.nat(50)), { selector: ([ago]) => ago })
  fc.assert(
    fc.property(day, some, fc.constantFrom(...PERIODS), (today, events, length) => {
      const period = periodOf(length, today)
      const days = events
        .map(([ago, count]) => ({ day: addDays(today, -ago), count }))
        .filter(({ day }) => day >= period.from)
      const sum = (all: { count: number }[]) => all.reduce((total, { count }) => total + count, 0)
      expect(sum(sumByRange(rangesOf(period), days, ['count']))).toBe(sum(days))
    }),
  )
})

test('month ends are those of the twelve months before, the last of February included', () => {
  expect(monthEnds('2028-03-01', 3)).toEqual(['2027-12-31', '2028-01-31', '2028-02-29'])
  expect(monthEnds('2026-11-25')).toHaveLength(12)
  expect(monthEnds('2026-11-25').at(-1)).toBe('2026-10-31')
})

test('a status that nobody holds is zero', () => {
  expect(byStatus([{ day: '2026-11-25', country: 'DE', status: 'gold', count: 3 }])).toEqual({
    red: 0,
    silver: 0,
    gold: 3,
    platinum: 0,
    black: 0,
  })
})

test('malformed values in an address are ignored', () => {
  expect(OverviewFilter.parse({ days: '31', country: 'XX' })).toEqual({ days: 30 })
  expect(OverviewFilter.parse({ days: '365', country: 'DE' })).toEqual({ days: 365, country: 'DE' })
})

test('the members of a day are those counted on it, or on the last counted day plus the changes since', () => {
  const count = (day: string, count: number, status: MemberCount['status'] = 'red'): MemberCount => ({
    day,
    country: 'DE',
    status,
    count,
  })
  const move = (day: string, by: number, status: MemberCount['status'] = 'red'): StatusMove => ({
    day,
    country: 'DE',
    status,
    by,
  })
  const counted = [count('2026-11-21', 5), count('2026-11-20', 3)] // unordered
  const moves = [
    move('2026-11-19', 100),
    move('2026-11-21', 10), // already included in that day's count
    move('2026-11-22', -2),
    move('2026-11-22', 2, 'silver'),
    move('2026-11-24', -3),
  ]
  expect(memberCountsOn(['2026-11-20', '2026-11-21'], counted, moves)).toEqual([
    count('2026-11-20', 3),
    count('2026-11-21', 5),
  ])
  expect(memberCountsOn(['2026-11-22', '2026-11-23', '2026-11-24'], counted, moves)).toEqual([
    count('2026-11-22', 3),
    count('2026-11-22', 2, 'silver'),
    count('2026-11-23', 3),
    count('2026-11-23', 2, 'silver'),
    count('2026-11-24', 2, 'silver'),
  ])
  expect(memberCountsOn(['2026-11-23'], [], moves.slice(2, 4))).toEqual([count('2026-11-23', 2, 'silver')])
})
