import fc from 'fast-check'
import { createFormatter } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, ageOn, berlinDate, formatDay, isCalendarDate, isOfAge, localTime } from './time'

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

describe('the day in Berlin', () => {
  test.each([
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-03-29T01:00:00Z', '2026-03-29'],
  ])('at %s is %s', (at, date) => expect(berlinDate(new Date(at))).toBe(date))

  test('is always a calendar date', () => {
    const instants = fc.date({
      min: new Date('0001-01-02'),
      max: new Date('9999-12-30'),
      noInvalidDate: true,
    })
    fc.assert(fc.property(instants, (at) => isCalendarDate(berlinDate(at))))
  })

  test('of no instant is refused', () => expect(() => berlinDate(new Date(Number.NaN))).toThrow(RangeError))
})

describe('a day in words', () => {
  test.each([
    ['en-GB', 'long', '29 February 2028'],
    ['en-GB', 'medium', '29 Feb 2028'],
    ['de-DE', 'long', '29. Februar 2028'],
    ['de-DE', 'medium', '29.02.2028'],
  ] as const)('in %s, %s, is %s, whatever the hour in Berlin is', (locale, style, words) => {
    const format = createFormatter({ locale, timeZone: 'Europe/Berlin' })
    expect(formatDay(format, '2028-02-29', style)).toBe(words)
  })

  test('of what is no date is refused', () => {
    const format = createFormatter({ locale: 'en-GB', timeZone: 'Europe/Berlin' })
    expect(() => formatDay(format, '2027-02-29')).toThrow(RangeError)
  })
})

describe('calendar and clock', () => {
  test.each([
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29', 1],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29', 3],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25', 2],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25', 2],
    ['2026-06-30T15:00:00Z', 'Asia/Tokyo', '2026-07-01', 0],
    ['2026-11-20T06:00:00Z', 'America/Los_Angeles', '2026-11-19', 22],
    ['2026-11-20T18:29:00Z', 'Asia/Calcutta', '2026-11-20', 23],
  ])('at %s in %s is %s, %i o’clock', (at, zone, date, hour) =>
    expect(localTime(new Date(at), zone)).toEqual({ date, hour }),
  )
})

describe('a calendar date', () => {
  test.each(['2024-02-29', '2000-02-29', '1926-01-01', '9999-12-31', '0001-01-01'])('%s exists', (date) => {
    expect(isCalendarDate(date)).toBe(true)
  })

  test.each([
    ['2025-02-29'],
    ['1900-02-29'],
    ['2025-04-31'],
    ['2025-00-10'],
    ['2025-13-10'],
    ['2025-01-00'],
    ['0000-01-01'],
    ['2025-1-1'],
    ['31.12.2025'],
    ['2025-01-01T00:00'],
    ['2025-01-01\n'],
    [' 2025-01-01'],
    ['٢٠٢٥-٠١-٠١'],
    [''],
  ])('%j does not', (date) => expect(isCalendarDate(date)).toBe(false))
})

describe('date arithmetic', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %d months is %s', (date, months, then) => expect(addMonths(date, months)).toBe(then))

  test('months keep the day, or take the last of the month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const then = addMonths(date, months)
        const sameDay = then.slice(8) === date.slice(8)
        expect(sameDay || addDays(then, 1).endsWith('-01')).toBe(true)
      }),
    )
  })

  test('adding and subtracting the same days cancels out', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9999, max: 9999 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date)
      }),
    )
  })

  test('later is greater, so that dates compare as strings', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 9999 }), (date, days) => addDays(date, days) > date))
  })

  test('what is no date, no whole number or outside the calendar is refused', () => {
    expect(() => addDays('2025-02-29', 1)).toThrow(RangeError)
    expect(() => addMonths('2025-02-28', 0.5)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(() => addMonths('2025-01-01', 9e15)).toThrow(RangeError)
    expect(() => ageOn('', '2025-01-01')).toThrow(RangeError)
  })
})

describe('age', () => {
  test.each([
    ['2008-11-23', '2026-11-22', 17],
    ['2008-11-23', '2026-11-23', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-11-24', '2026-11-23', -1],
  ])('born %s, on %s: %d', (birth, on, age) => expect(ageOn(birth, on)).toBe(age))

  test('the eighteenth birthday is enough, the day before is not', () => {
    expect(isOfAge('2008-11-23', '2026-11-22')).toBe(false)
    expect(isOfAge('2008-11-23', '2026-11-23')).toBe(true)
    expect(isOfAge('2008-11-23', '2026-11-23', 21)).toBe(false)
  })

  test('rises by one in a year and never falls', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40_000 }), (birth, days) => {
        const on = addDays(birth, days)
        expect(ageOn(birth, addDays(on, 1))).toBeGreaterThanOrEqual(ageOn(birth, on))
        expect(ageOn(birth, `${Number(on.slice(0, 4)) + 1}-12-31`)).toBe(
          Number(on.slice(0, 4)) + 1 - Number(birth.slice(0, 4)),
        )
      }),
    )
  })
})
