import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '@/lib/lists'
import { deviceOf, isAlive, isDueForTouch, SESSION_LIMITS, timeLeft } from './rules'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36`, 'Chrome', 'Windows'],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/142.0 Safari/537.36 Edg/142.0`, 'Edge', 'Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 'Safari', 'macOS'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1', 'Safari', 'iPhone'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0', 'Firefox', 'Linux'],
  [`Mozilla/5.0 (Linux; Android 16; Pixel 9) ${webkit} Chrome/142.0 Safari/537.36`, 'Chrome', 'Android'],
  [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/142.0 Safari/537.36 OPR/126.0`, 'Opera', 'Windows'],
  ['Opera/9.80 (Windows NT 6.1) Presto/2.12 Version/12.16', 'Opera', 'Windows'],
  [
    `Mozilla/5.0 (Linux; Android 16) ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
    'Samsung Internet',
    'Android',
  ],
  [
    `Mozilla/5.0 (Linux; Android 16) ${webkit} Chrome/142.0 Mobile Safari/537.36 EdgA/142.0`,
    'Edge',
    'Android',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) EdgiOS/142.0 Safari/604.1', 'Edge', 'iPhone'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) CriOS/142.0 Safari/604.1', 'Chrome', 'iPhone'],
  ['Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) FxiOS/144.0 Safari/604.1', 'Firefox', 'iPad'],
  [`Mozilla/5.0 (X11; CrOS x86_64 16433) ${webkit} Chromium/142.0 Safari/537.36`, 'Chrome', 'ChromeOS'],
  ['Mozilla/5.0 (Macintosh) Gecko/20100101 Firefox/144.0', 'Firefox', 'macOS'],
  ['Something (Intel Mac OS X 10_15_7)', undefined, 'macOS'],
  // A longer word that contains a name does not count.
  ['NoEdge/1 NoOPR/1 Operas NoSamsungBrowser/1 NoFirefox/1 NoChrome/1 NoSafari/1', undefined, undefined],
  ['NoFxiOS/1 NoChromium/1 NoCriOS/1 NoOpera', undefined, undefined],
  ['iPhones iPads Androids WindowsCE CrOSs MacintoshII Linuxes', undefined, undefined],
  ['aniPhone aniPad anAndroid aWindows aCrOS aMacintosh aMac OS X aLinux Mac OS XI', undefined, undefined],
  ['curl/8.9', undefined, undefined],
  [null, undefined, undefined],
])('%s', (agent, browser, system) => expect(deviceOf(agent)).toEqual({ browser, system }))

test('no text from the header ends up in the result', () => {
  fc.assert(
    fc.property(fc.string(), (agent) => {
      const { browser = '', system = '' } = deviceOf(agent)
      expect(`${browser}${system}`).toMatch(/^[A-Za-z ]*$/)
    }),
  )
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
