import { expect, test } from 'vitest'
import type { Admin } from '@/lib/actor'
import { canManage } from './policy'

const admin = (ownMemberId?: number) => ({ id: 'x', role: 'admin', ownMemberId, language: 'en' }) as Admin

test('an admin manages memberships, but never their own', () => {
  expect(canManage(admin(), { memberId: 7 })).toBe(true)
  expect(canManage(admin(8), { memberId: 7 })).toBe(true)
  expect(canManage(admin(7), { memberId: 7 })).toBe(false)
})
