import { describe, expect, test } from 'vitest'
import type { Reviewer } from '@/lib/actor'
import { canDecide, canDecideCorrection, canOpen, decisionObstacle } from './policy'

const someone = (role: Reviewer['role'], ownMemberId?: number) =>
  ({ id: `account-of-${role}`, role, ownMemberId, language: 'en' }) as Reviewer
const registration = { memberId: 7, appealedAt: null, refusedBy: [] as string[] }

describe('deciding about a purchase', () => {
  test.each(['reviewer', 'admin'] as const)('is for a %s', (role) => {
    expect(canDecide(someone(role), registration)).toBe(true)
  })

  test.each(['reviewer', 'admin'] as const)('is never for a %s about their own', (role) => {
    expect(decisionObstacle(someone(role, 7), registration)).toBe('ownPurchase')
    expect(canOpen(someone(role, 7), registration)).toBe(false)
    expect(canDecide(someone(role, 8), registration)).toBe(true)
  })
})

describe('an appeal', () => {
  const appealed = { ...registration, appealedAt: new Date(), refusedBy: ['account-of-reviewer', 'another'] }

  test('is decided by somebody other than the reviewer who refused', () => {
    expect(decisionObstacle(someone('reviewer'), appealed)).toBe('ownRefusal')
    expect(decisionObstacle(someone('admin'), appealed)).toBeNull()
  })

  test('is required for that: without one, the same reviewer may decide again', () => {
    expect(canDecide(someone('reviewer'), { ...appealed, appealedAt: null })).toBe(true)
  })
})

describe('deciding about a correction', () => {
  const name = { memberId: 7, touchesBirth: false }
  const birth = { memberId: 7, touchesBirth: true }

  test.each([
    ['reviewer', name, true],
    ['reviewer', birth, false],
    ['admin', name, true],
    ['admin', birth, true],
  ] as const)('a %s and %o: %s', (role, correction, may) => {
    expect(canDecideCorrection(someone(role), correction)).toBe(may)
  })

  test('is never for one’s own data', () => {
    expect(canDecideCorrection(someone('admin', 7), name)).toBe(false)
  })
})
