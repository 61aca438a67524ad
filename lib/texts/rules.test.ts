import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/time'
import { TextDraft } from './input'
import { hasBegun, textStateOf, type VersionDates, versionNameFor } from './rules'

const date = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2026-01-01', days))
const at = new Date('2026-11-24T10:00:00Z')
const version = fc.record({
  effectiveFrom: date,
  publishedAt: fc.constant(at),
  withdrawnAt: fc.option(fc.constant(at)),
})
const draft: VersionDates = { effectiveFrom: null, publishedAt: null, withdrawnAt: null }
const versions = fc.uniqueArray(version, { selector: ({ effectiveFrom }) => effectiveFrom, maxLength: 8 })

describe('the versions of a kind', () => {
  test('at most one is in force, and it is the latest that has begun', () => {
    fc.assert(
      fc.property(versions, date, (all, day) => {
        const inForce = all.filter((one) => textStateOf(one, all, day) === 'inForce')
        const begun = all.filter((one) => hasBegun(one, day))
        expect(inForce).toHaveLength(Math.min(begun.length, 1))
        for (const { effectiveFrom } of begun)
          expect((inForce[0]?.effectiveFrom ?? '') >= effectiveFrom).toBe(true)
      }),
    )
  })

  test('a version is coming exactly before its first day', () => {
    fc.assert(
      fc.property(versions, date, (all, day) => {
        for (const one of all) {
          const state = textStateOf(one, all, day)
          if (one.withdrawnAt) expect(state).toBe('withdrawn')
          else expect(state === 'coming').toBe(one.effectiveFrom > day)
        }
      }),
    )
  })

  test('only the first day of a version changes what is in force', () => {
    fc.assert(
      fc.property(versions, date, (all, day) => {
        const next = addDays(day, 1)
        const inForce = (on: string) => all.find((one) => textStateOf(one, all, on) === 'inForce')
        if (inForce(day) !== inForce(next))
          expect(all.some((one) => one.effectiveFrom === next && !one.withdrawnAt)).toBe(true)
      }),
    )
  })

  test('a draft is a draft on every day', () => {
    fc.assert(
      fc.property(versions, date, (all, day) => {
        expect(textStateOf(draft, all, day)).toBe('draft')
      }),
    )
  })
})

test('a new version gets a free name that fits into an address', () => {
  fc.assert(
    fc.property(date, fc.nat({ max: 12 }), (day, count) => {
      const taken: string[] = []
      for (let nth = 0; nth < count; nth++) taken.push(versionNameFor(day, taken))
      const name = versionNameFor(day, taken)
      expect(taken).not.toContain(name)
      expect(name).toMatch(/^[a-z0-9][a-z0-9.-]{0,19}$/)
    }),
  )
})

test('its name is the month of its date, with a number from the second on', () => {
  expect(versionNameFor('2026-12-24', [])).toBe('2026-12')
  expect(versionNameFor('2026-12-24', ['2026-12'])).toBe('2026-12-2')
  expect(versionNameFor('2026-12-24', ['2026-12', '2026-12-2', '2026-12-4'])).toBe('2026-12-3')
})

test('a version without a date has not begun, nor an unpublished one', () => {
  expect(hasBegun({ ...draft, publishedAt: at }, '2026-11-25')).toBe(false)
  expect(hasBegun({ ...draft, effectiveFrom: '2026-01-01' }, '2026-11-25')).toBe(false)
})

describe('the form of a draft', () => {
  const typed = {
    id: crypto.randomUUID(),
    seen: '2026-11-24T10:00:00.000Z',
    version: '2026-12',
    en: 'A\r\n\0',
    de: '',
  }
  test('may lack a language, and normalises line ends', () =>
    expect(TextDraft.parse(typed)).toMatchObject({ en: 'A', de: '' }))
  test.each(['', '../x', 'A', '2026 12', '-1', 'x'.repeat(21)])('refuses the name "%s"', (version) =>
    expect(TextDraft.safeParse({ ...typed, version }).success).toBe(false),
  )
})
