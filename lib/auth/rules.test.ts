import { expect, test } from 'vitest'
import { isAlive, safePath } from './rules'

test.each([
  '/account',
  '/account/products/new',
  '/staff/desk',
  '/c/abc_DEF-123',
  `/invitation/${'x'.repeat(43)}`,
])('%s may be gone on to', (path) => expect(safePath(path)).toBe(path))

test.each([
  '//evil.example',
  'https://evil.example',
  '/account//evil',
  '/account?x=1',
  '/\\evil',
  '/account/../x',
  '/invitation/short',
  `/invitation/${'x'.repeat(43)}/more`,
  '',
  null,
])('%s may not', (path) => expect(safePath(path)).toBeUndefined())

test('a desk session ends after fifteen idle minutes', () => {
  const start = new Date('2026-11-20T10:00:00Z')
  const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
  const session = { createdAt: start, lastSeenAt: start }
  expect(isAlive(session, 'desk', after(14.9))).toBe(true)
  expect(isAlive(session, 'desk', after(15))).toBe(false)
  expect(isAlive({ ...session, lastSeenAt: after(599) }, 'desk', after(600))).toBe(false)
})
