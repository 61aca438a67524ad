import { expect, expectTypeOf, test } from 'vitest'
import type { Role } from '@/lib/lists'
import { type Actor, type Admin, type Desk, hasRole, type Member, type Reviewer } from './actor'

test.each([
  ['member', false],
  ['desk', false],
  ['reviewer', true],
  ['admin', true],
] as const)('a %s has one of the roles that review: %s', (role, expected) => {
  expect(hasRole({ role } as Actor, 'reviewer', 'admin')).toBe(expected)
})

test('permission is a matter of types: nobody passes for a role they do not have', () => {
  expectTypeOf<Admin>().toExtend<Reviewer>()
  expectTypeOf<Reviewer>().not.toExtend<Admin>()
  expectTypeOf<Member>().not.toExtend<Reviewer>()
  expectTypeOf<Desk>().not.toExtend<Reviewer>()
  expectTypeOf<Actor>().not.toExtend<Member>()
  expectTypeOf<{ id: string; role: 'admin'; language: 'en' }>().not.toExtend<Admin>()
  expectTypeOf<Actor['role']>().toEqualTypeOf<Role>()
})
