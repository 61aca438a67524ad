import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '@/lib/actor'
import { addDays, addMonths, isCalendarDate } from '@/lib/time'
import { canAnswer, canRemove } from './policy'
import { confirmationState, LATE_AFTER, quarterOf, quarterWords } from './rules'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

test.each([
  ['2026-01-01', '2026-01-01'],
  ['2026-03-31', '2026-01-01'],
  ['2026-04-01', '2026-04-01'],
  ['2026-09-30', '2026-07-01'],
  ['2026-12-31', '2026-10-01'],
])('%s belongs to the quarter of %s', (date, quarter) => expect(quarterOf(date)).toBe(quarter))

test('every day lies within its quarter, which has three months', () => {
  fc.assert(
    fc.property(day, (date) => {
      const quarter = quarterOf(date)
      expect(isCalendarDate(quarter)).toBe(true)
      expect(quarter <= date && date < addMonths(quarter, 3)).toBe(true)
      expect(quarterOf(addDays(quarter, -1))).toBe(addMonths(quarter, -3))
      expect([1, 2, 3, 4]).toContain(quarterWords(quarter).quarter)
    }),
  )
})

test('a list is done as soon as nobody waits, and late from the 28th day on', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 9 }),
      (createdOn, days, open) => {
        const expected = open === 0 ? 'done' : days >= LATE_AFTER ? 'late' : 'open'
        expect(confirmationState({ createdOn, open }, addDays(createdOn, days))).toBe(expected)
      },
    ),
  )
})

test.each([
  ['admin', undefined, null, true],
  ['desk', 'own', 'self', true],
  ['desk', 'own', 'another', false],
  ['desk', 'elsewhere', 'self', false],
  ['reviewer', undefined, 'self', false],
  ['member', undefined, 'self', false],
] as const)('%s of the %s centre with the lead %s may answer: %s', (role, centreId, leadId, may) => {
  const actor = { id: 'self', role, centreId } as unknown as Actor
  expect(canAnswer(actor, { id: 'own', leadId })).toBe(may)
  expect(canRemove(actor, { id: 'self' })).toBe(false)
  expect(canRemove(actor, { id: 'another' })).toBe(true)
})
