import { expect, test } from 'vitest'
import { awaitsFactor, factorPageFor, safePath } from './rules'

test.each([
  '/account',
  '/account/registrations/new',
  '/staff/desk',
  '/c/abc_DEF-123',
  '/staff/admin/log?action=card.checked&from=2026-11-01&who=a%40b.example',
  `/black/${'x'.repeat(43)}`,
])('%s may be continued to', (path) => expect(safePath(path)).toBe(path))

test.each([
  '//evil.example',
  'https://evil.example',
  '/account//evil',
  '/account?x=//evil.example',
  '/account?x=1#y',
  '/staff?next=https:',
  '/\\evil',
  '/account/../x',
  '/black/short',
  `/black/${'x'.repeat(43)}/more`,
  '',
  null,
])('%s may not', (path) => expect(safePath(path)).toBeUndefined())

test('a path of up to 500 characters may be continued to, and nothing longer', () => {
  expect(safePath(`/account/${'x'.repeat(491)}`)).toHaveLength(500)
  expect(safePath(`/account/${'x'.repeat(492)}`)).toBeUndefined()
})

test('the page for the second factor gets the next page as one encoded parameter', () => {
  expect(factorPageFor()).toBe('/staff/factors/show')
  expect(factorPageFor('/staff/admin/log?actor=a&to=b')).toBe(
    '/staff/factors/show?next=%2Fstaff%2Fadmin%2Flog%3Factor%3Da%26to%3Db',
  )
})

test('staff need a second factor until they have shown it; members do not', () => {
  for (const role of ['desk', 'reviewer', 'admin'] as const) {
    expect(awaitsFactor({ role, factorAt: null })).toBe(true)
    expect(awaitsFactor({ role, factorAt: new Date() })).toBe(false)
  }
  expect(awaitsFactor({ role: 'member', factorAt: null })).toBe(false)
})
