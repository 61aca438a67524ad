import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSettings } from '@/lib/env'
import { IdToken } from './input'
import { provenAt, provesFactor, SSO_PROBLEMS, ssoProblem, ssoReturnPath } from './rules'

const settings = (more: Record<string, string> = {}) =>
  readSettings({
    APP_URL: 'https://lumix-pro.example',
    AUTH_SECRET: 'x'.repeat(32),
    DATABASE_URL: 'postgres://app@localhost/lumix',
    DESK_DATABASE_URL: 'postgres://desk@localhost/lumix',
    SMTP_URL: 'smtps://mail.example:465',
    STORAGE_FOLDER: '/srv/lumix',
    ...more,
  })
const claims = (more: Record<string, unknown>) =>
  IdToken.parse({ iss: 'https://id.example', sub: 'x', ...more })
const usual = { amr: settings().SSO_FACTOR_AMR, acr: [] }

describe('what proves a second factor', () => {
  test.each([
    [['pwd', 'mfa']],
    [['mfa', 'fido']],
    [['otp', 'pwd']],
    [['pwd', 'hwk', 'user']],
    [['pin', 'sc']],
    ['mfa'],
  ])('%j', (amr) => expect(provesFactor(claims({ amr }), usual)).toBe(true))

  test.each([
    [[]],
    [['pwd']],
    [['otp']],
    [['hwk']],
    [['pwd', 'pin']],
    [['pwd', 'sms']],
    [['MFA']],
    [['pwd+otp']],
    ['pwd otp'],
    [undefined],
    [null],
    [{ mfa: true }],
    [[{ mfa: true }]],
    [['mfa', 7]],
  ])('not %j', (amr) => expect(provesFactor(claims({ amr }), usual)).toBe(false))

  test('a level, when the settings name it: `acr` of Keycloak, `acrs` of Entra ID', () => {
    const proofs = { ...usual, acr: settings({ SSO_FACTOR_ACR: 'gold, c1' }).SSO_FACTOR_ACR ?? [] }
    expect(provesFactor(claims({ acr: 'gold' }), proofs)).toBe(true)
    expect(provesFactor(claims({ acr: '1', acrs: ['c1'] }), proofs)).toBe(true)
    expect(provesFactor(claims({ acrs: 'c1' }), proofs)).toBe(true)
    expect(provesFactor(claims({ acr: 'silver' }), proofs)).toBe(false)
    expect(provesFactor(claims({ acr: 'gold' }), usual)).toBe(false)
  })

  test('further claims never weaken a proof, and empty requirements prove nothing', () => {
    const word = fc.constantFrom('pwd', 'otp', 'mfa', 'hwk', 'pin', 'sc', 'sms', 'geo')
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (some, more) => {
        if (provesFactor(claims({ amr: some }), usual))
          expect(provesFactor(claims({ amr: [...more, ...some] }), usual)).toBe(true)
        for (const amr of [[], [[]]])
          expect(provesFactor(claims({ amr: some }), { amr, acr: [] })).toBe(false)
      }),
    )
  })
})

test('the time of the proof is the provider’s, and never later than now', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4e9 }), fc.integer({ min: 1, max: 4e9 }), (authTime, now) => {
      const at = new Date(now * 1000)
      const plausible = authTime <= now + 60
      expect(provenAt(claims({ auth_time: authTime }), at)).toEqual(
        plausible ? new Date(Math.min(authTime, now) * 1000) : null,
      )
    }),
  )
  const [now, minute] = [new Date('2026-11-20T10:00:00Z'), 60_000]
  expect(provenAt(claims({ auth_time: (now.getTime() + minute) / 1000 }), now)).toEqual(now)
  for (const auth_time of [undefined, '1795423274', -1, 0.5])
    expect(provenAt(claims({ auth_time }), new Date())).toBeNull()
})

test('an ID token without a valid subject is refused', () => {
  for (const sub of ['', 'x'.repeat(256), 7, undefined])
    expect(IdToken.safeParse({ iss: 'https://id.example', sub }).success).toBe(false)
})

test('a problem is shown where it arose, and only if we know its key', () => {
  for (const problem of SSO_PROBLEMS) {
    expect(ssoProblem(problem)).toBe(problem)
    expect(ssoReturnPath(problem, true)).toBe(`/staff/factors/show?problem=${problem}`)
    expect(ssoReturnPath(problem, false)).toBe(`/sign-in?problem=${problem}`)
  }
  for (const word of ['', 'ssoUnheard', undefined, ['ssoDenied']]) expect(ssoProblem(word)).toBeUndefined()
})
