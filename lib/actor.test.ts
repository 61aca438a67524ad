import { expect, expectTypeOf, test } from 'vitest'
import type { Role } from '@/lib/lists'
import { type Actor, type Admin, type Desk, hasRole, type Member, type Reviewer } from './actor'

test.each([
  ['member', false],
  ['desk', false],
  ['reviewer', true],
  ['admin', true],
] as const)('a %s has one of the roles that review: %s', (role, has) => {
  expect(hasRole({ role } as Actor, 'reviewer', 'admin')).toBe(has)
})

test('who may is a matter of types: nobody passes for what they are not', () => {
  expectTypeOf<Admin>().toExtend<Reviewer>()
  expectTypeOf<Reviewer>().not.toExtend<Admin>()
  expectTypeOf<Member>().not.toExtend<Reviewer>()
  expectTypeOf<Desk>().not.toExtend<Reviewer>()
  expectTypeOf<Actor>().not.toExtend<Member>()
  expectTypeOf<{ id: string; role: 'admin'; language: 'en' }>().not.toExtend<Admin>()
  expectTypeOf<Actor['role']>().toEqualTypeOf<Role>()
})
