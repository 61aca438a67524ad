import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '@/lib/lists'
import {
  awaitsFactor,
  factorPageFor,
  isAlive,
  isDueForTouch,
  SESSION_LIMITS,
  safePath,
  timeLeft,
} from './rules'

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

test('use is recorded after more than a fifteenth of the idle time, a minute at a desk', () => {
  const after = (ms: number) => isDueForTouch({ lastSeenAt: new Date(0) }, 'desk', new Date(ms))
  expect(after(60_000)).toBe(false)
  expect(after(60_001)).toBe(true)
})

test('a desk session ends after fifteen idle minutes', () => {
  const start = new Date('2026-11-20T10:00:00Z')
  const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
  const session = { createdAt: start, lastSeenAt: start }
  expect(isAlive(session, 'desk', after(14.9))).toBe(true)
  expect(isAlive(session, 'desk', after(15))).toBe(false)
  expect(isAlive({ ...session, lastSeenAt: after(599) }, 'desk', after(600))).toBe(false)
})

const role = fc.constantFrom<Role>('member', 'desk', 'reviewer', 'admin')
const MAX_MS = SESSION_LIMITS.member.absolute
/** A session that began at 0, was last used at `seen`, and is checked `later` after that; in milliseconds. */
const moments = fc.record({ seen: fc.nat(MAX_MS), later: fc.nat(MAX_MS) })
const sessionOf = (seen: number) => ({ createdAt: new Date(0), lastSeenAt: new Date(seen) })

test('a session lasts exactly as long as stated', () => {
  fc.assert(
    fc.property(role, moments, (who, { seen, later }) => {
      const session = sessionOf(seen)
      const { left } = timeLeft(session, who, new Date(seen + later))
      expect(isAlive(session, who, new Date(seen + later + left - 1))).toBe(true)
      expect(isAlive(session, who, new Date(seen + later + left))).toBe(false)
    }),
  )
})

test('using a session extends it exactly when stated, and never beyond its absolute end', () => {
  fc.assert(
    fc.property(role, moments, (who, { seen, later }) => {
      const at = new Date(seen + later)
      const { left, extendable } = timeLeft(sessionOf(seen), who, at)
      fc.pre(left > 0 && later > 0)
      const used = timeLeft(sessionOf(seen + later), who, at)
      expect(used.left > left).toBe(extendable)
      expect(used.left).toBeLessThanOrEqual(SESSION_LIMITS[who].absolute - seen - later)
    }),
  )
})
