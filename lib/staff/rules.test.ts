import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Admin } from '@/lib/actor'
import { StaffInvitation } from './input'
import { canChangeStaff } from './policy'
import { INVITATION_LIFE, staffInvitationState } from './rules'

const createdAt = new Date('2026-11-24T10:00:00Z')
const later = (ms: number) => new Date(createdAt.getTime() + ms)
const open = { acceptedAt: null, revokedAt: null, expiresAt: later(INVITATION_LIFE) }

describe('an invitation', () => {
  test('is open for 72 hours, to the millisecond', () => {
    expect(staffInvitationState(open, later(72 * 3_600_000 - 1))).toBe('open')
    expect(staffInvitationState(open, later(72 * 3_600_000))).toBe('expired')
  })

  test('that was accepted or revoked stays so, at any age', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), (ms) => {
        expect(staffInvitationState({ ...open, acceptedAt: createdAt }, later(ms))).toBe('accepted')
        expect(staffInvitationState({ ...open, revokedAt: createdAt }, later(ms))).toBe('revoked')
      }),
    )
  })
})

describe('the form', () => {
  const typed = { email: 'A.Person@Example.com', role: 'reviewer', centre: '', language: 'en' }
  test('normalises the address', () =>
    expect(StaffInvitation.parse(typed)).toMatchObject({ email: 'a.person@example.com' }))
  test('requires a service centre for the desk, and drops it for others', () => {
    const centre = crypto.randomUUID()
    expect(StaffInvitation.safeParse({ ...typed, role: 'desk' }).error?.issues).toMatchObject([
      { path: ['centre'], message: 'centre' },
    ])
    expect(StaffInvitation.parse({ ...typed, role: 'desk', centre }).centre).toBe(centre)
    expect(StaffInvitation.parse({ ...typed, centre }).centre).toBeUndefined()
  })
  test.each(['member', 'owner', ''])('refuses the role "%s"', (role) =>
    expect(StaffInvitation.safeParse({ ...typed, role }).success).toBe(false),
  )
})

test.each([
  ['other', true],
  ['self', false],
])('an admin may change the account of %s: %s', (whom, may) => {
  const admin = { id: 'self', role: 'admin' } as Admin
  expect(canChangeStaff(admin, { id: whom })).toBe(may)
})
