import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Pending, Person } from '@/lib/actor'
import { FRESH_FACTOR } from '@/lib/fresh-factor'
import { PasskeyName, UsedPasskey } from './input'
import { mayChangeFactors, mayRemove, mayUseApp } from './policy'
import { hasFactor, passkeyNameFor } from './rules'

const at = new Date('2026-11-25T10:00:00Z')
const role = fc.constantFrom('desk' as const, 'reviewer' as const, 'admin' as const)
const factors = fc.record({
  passkeys: fc.array(fc.constant({}), { maxLength: 3 }),
  app: fc.boolean(),
  sso: fc.boolean(),
})
const staff = (role: Actor['role'], ago: number) =>
  ({ role, factorAt: new Date(at.getTime() - ago) }) as unknown as Person
const pending = (role: Actor['role']) => ({ role, pending: true }) as unknown as Pending

test('an app is for desk and reviewers, never for admins', () => {
  expect(['member', 'desk', 'reviewer', 'admin'].map((role) => mayUseApp(role as Actor['role']))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

describe('changing factors', () => {
  test('a mailbox alone can set up the first factor, but never another', () => {
    fc.assert(
      fc.property(role, factors, (role, existing) => {
        expect(mayChangeFactors(pending(role), existing, at)).toBe(!hasFactor(existing))
      }),
    )
  })

  test('staff who have one must have shown it within five minutes', () => {
    fc.assert(
      fc.property(role, factors, fc.integer({ min: -1000, max: 2 * FRESH_FACTOR }), (role, existing, ago) => {
        const fresh = ago >= 0 && ago <= FRESH_FACTOR
        expect(mayChangeFactors(staff(role, ago), existing, at)).toBe(!hasFactor(existing) || fresh)
      }),
    )
  })

  test('a member needs none and may have none; staff always have one', () => {
    fc.assert(
      fc.property(role, factors, (role, existing) => {
        const member = { role: 'member' } as Actor
        expect(mayChangeFactors(member, existing, at)).toBe(true)
        expect(mayRemove(member, existing)).toBe(true)
        expect(mayRemove(staff(role, 0), existing)).toBe(
          existing.passkeys.length > 0 || existing.app || existing.sso,
        )
      }),
    )
  })
})

test.each([
  ['ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4', { browser: 'Chrome' }, 'Google Password Manager'],
  ['00000000-0000-0000-0000-000000000000', { browser: 'Firefox', system: 'macOS' }, 'Firefox, macOS'],
  ['00000000-0000-0000-0000-000000000000', { system: 'Android' }, 'Android'],
  ['x', {}, 'Passkey'],
])('a passkey of %s in %o is called %s', (aaguid, device, name) =>
  expect(passkeyNameFor(aaguid, device)).toBe(name),
)

describe('the input', () => {
  test('a name is trimmed, with single spaces, up to 60 characters', () => {
    const id = crypto.randomUUID()
    expect(PasskeyName.parse({ id, name: '  My   phone ' }).name).toBe('My phone')
    expect(PasskeyName.safeParse({ id, name: '   ' }).success).toBe(false)
    expect(PasskeyName.safeParse({ id, name: 'x'.repeat(61) }).success).toBe(false)
  })

  test('any text as a passkey’s answer is refused without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (response) => {
        expect(UsedPasskey.safeParse({ response }).success).toBe(false)
      }),
    )
  })
})
