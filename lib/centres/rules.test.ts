import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COUNTRY_CODES } from '@/lib/countries/rules'
import { usualTimeZone } from '@/lib/countries/time-zones'
import { BASES } from '@/lib/lists'
import { Centre } from './input'
import { isEea, transferProblem } from './rules'

test('the EEA is thirty countries', () => {
  expect(COUNTRY_CODES.filter(isEea)).toHaveLength(30)
  expect(['GB', 'CH', 'US', 'JP'].some(isEea)).toBe(false)
})

test.each([
  [{ country: 'DE', basis: 'eu' }, undefined],
  [{ country: 'GB', basis: 'eu' }, 'basis'],
  [{ country: 'JP', basis: 'adequacy' }, 'decision'],
  [{ country: 'JP', basis: 'adequacy', decision: 'Japan' }, undefined],
  [{ country: 'US', basis: 'clauses' }, 'clausesOn'],
  [{ country: 'US', basis: 'clauses', clausesOn: '2026-01-15' }, undefined],
  [{ country: 'US' }, undefined],
] as const)('%j lacks %s', (transfer, field) => expect(transferProblem(transfer)?.field).toBe(field))

test('what the form accepts is complete, and has no fields of another basis', () => {
  const form = fc.record({
    name: fc.constant('Centre'),
    city: fc.constant('City'),
    country: fc.constantFrom(...COUNTRY_CODES),
    languages: fc.constantFrom('en', ['en', 'ja']),
    basis: fc.constantFrom('', ...BASES),
    decision: fc.constantFrom('', ' ', 'A decision'),
    clausesOn: fc.constantFrom('', '2026-01-15'),
    timeZone: fc.constantFrom('', 'Asia/Tokyo', 'Europe/Nowhere'),
  })
  fc.assert(
    fc.property(form, (typed) => {
      const { success, data } = Centre.safeParse(typed)
      if (!success) return
      expect(transferProblem(data)).toBeUndefined()
      expect(data.timeZone).toBe(typed.timeZone || usualTimeZone(typed.country))
      expect(Boolean(data.decision)).toBe(data.basis === 'adequacy')
      expect(Boolean(data.clausesOn)).toBe(data.basis === 'clauses')
    }),
  )
})
