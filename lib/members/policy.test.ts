import { expect, test } from 'vitest'
import type { Actor, Role } from '@/lib/actor'
import { canManage } from './policy'

const who = (role: Role, ownMemberId?: number) => ({ id: 'x', role, ownMemberId, language: 'en' }) as Actor

test('an admin manages memberships, never the one that is their own', () => {
  expect(canManage(who('admin'), { memberId: 7 })).toBe(true)
  expect(canManage(who('admin', 8), { memberId: 7 })).toBe(true)
  expect(canManage(who('admin', 7), { memberId: 7 })).toBe(false)
})

test('nobody else manages any', () => {
  for (const role of ['member', 'desk', 'reviewer'] as const)
    expect(canManage(who(role, 7), { memberId: 7 })).toBe(false)
})
