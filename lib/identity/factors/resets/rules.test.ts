import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Admin } from '@/lib/actor'
import { FactorResetRequest } from './input'
import { canConfirmFactorReset, canRequestFactorReset } from './policy'
import { dueAt, factorResetStage, isDue } from './rules'

const asked = new Date('2026-11-24T10:00:00Z')
const later = (ms: number) => new Date(asked.getTime() + ms)
const DAY = 86_400_000
const open = { confirmedAt: null, cancelledAt: null, doneAt: null }

describe('a lost factor', () => {
  test('is requested, confirmed, and then done or cancelled', () => {
    expect(factorResetStage(open)).toBe('asked')
    expect(factorResetStage({ ...open, confirmedAt: asked })).toBe('confirmed')
    expect(factorResetStage({ ...open, cancelledAt: asked })).toBe('cancelled')
    expect(factorResetStage({ ...open, confirmedAt: asked, cancelledAt: asked })).toBe('cancelled')
    expect(factorResetStage({ ...open, confirmedAt: asked, doneAt: later(DAY) })).toBe('done')
  })

  test('is due 24 hours after the confirmation, to the millisecond, and never before one', () => {
    const confirmed = { ...open, confirmedAt: asked }
    expect(dueAt(confirmed)).toEqual(later(DAY))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * DAY }), (ms) => {
        expect(isDue(confirmed, later(ms))).toBe(ms >= DAY)
        expect(isDue(open, later(ms))).toBe(false)
        expect(isDue({ ...confirmed, cancelledAt: asked }, later(ms))).toBe(false)
        expect(isDue({ ...confirmed, doneAt: asked }, later(ms))).toBe(false)
      }),
    )
    expect(isDue(confirmed, later(DAY - 1))).toBe(false)
    expect(isDue(confirmed, later(DAY))).toBe(true)
  })
})

describe('two people', () => {
  const admin = (id: string, ownMemberId?: number) => ({ id, ownMemberId, role: 'admin' }) as Admin
  const who = (id: string, memberId: number | null = null) => ({ id, memberId })

  test('nobody confirms their own, or one they requested', () => {
    expect(canConfirmFactorReset(admin('a'), { person: who('p'), asker: who('b') })).toBe(true)
    expect(canConfirmFactorReset(admin('a'), { person: who('a'), asker: who('b') })).toBe(false)
    expect(canConfirmFactorReset(admin('a'), { person: who('p'), asker: who('a') })).toBe(false)
  })

  test('two accounts that are linked to one membership are one person', () => {
    const accounts = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      memberId: fc.constantFrom(null, 1, 2),
    })
    fc.assert(
      fc.property(accounts, accounts, accounts, (me, person, asker) => {
        const same = (other: typeof me) =>
          me.id === other.id || (me.memberId !== null && me.memberId === other.memberId)
        const may = canConfirmFactorReset(admin(me.id, me.memberId ?? undefined), { person, asker })
        expect(may).toBe(!same(person) && !same(asker))
      }),
    )
  })

  test('nobody requests their own reset from the list of staff', () => {
    expect(canRequestFactorReset(admin('a'), { id: 'a' })).toBe(false)
    expect(canRequestFactorReset(admin('a'), { id: 'b' })).toBe(true)
  })
})

test.each([
  ['', 'required'],
  ['   ', 'required'],
  ['x'.repeat(201), 'tooLong'],
])('a reason of %j is refused', (reason, message) => {
  const parsed = FactorResetRequest.safeParse({ account: crypto.randomUUID(), reason })
  expect(parsed.error?.issues).toMatchObject([{ path: ['reason'], message }])
})
