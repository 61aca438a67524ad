import fc from 'fast-check'
import { generateSync } from 'otplib'
import { describe, expect, test } from 'vitest'
import { AppCode } from './input'
import { appAddress, groupSecret, PERIOD, SECRET_BYTES, secretText, stepAt, stepOfCode } from './rules'

const secret = fc.uint8Array({ minLength: SECRET_BYTES, maxLength: SECRET_BYTES })
const moment = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
})
const codeAt = (of: Uint8Array, at: Date) =>
  generateSync({ secret: of, epoch: Math.floor(at.getTime() / 1000) })
const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000)

describe('a code', () => {
  // RFC 6238, appendix B, for SHA-1; of its eight digits an app shows the last six.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('at %i seconds is %s', (seconds, code) => {
    const rfcSecret = new TextEncoder().encode('12345678901234567890')
    expect(stepOfCode(rfcSecret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / PERIOD))
  })

  test('is accepted in its own half minute, the one before and the one after, and returns its own step', () => {
    fc.assert(
      fc.property(secret, moment, fc.integer({ min: -3, max: 3 }), (of, at, away) => {
        const code = codeAt(of, later(at, away * PERIOD))
        const step = stepAt(at) + away
        // Two steps may have the same code by chance; then the earlier one is returned.
        const window = [-1, 0, 1].map((near) => codeAt(of, later(at, near * PERIOD)))
        const first = window.indexOf(code)
        expect(stepOfCode(of, code, at)).toBe(first < 0 ? null : stepAt(at) - 1 + first)
        if (Math.abs(away) <= 1) expect(stepOfCode(of, code, at)).toBeLessThanOrEqual(step)
      }),
    )
  })

  test('of another secret is refused', () => {
    fc.assert(
      fc.property(secret, secret, moment, (of, other, at) => {
        const code = codeAt(other, at)
        const window = [-1, 0, 1].map((near) => codeAt(of, later(at, near * PERIOD)))
        if (!window.includes(code)) expect(stepOfCode(of, code, at)).toBeNull()
      }),
    )
  })

  test.each(['123 456', ' 123456\n', '１２３４５６', '123-456', '123\u00a0456'])(
    'typed as %j is accepted',
    (typed) => expect(AppCode.parse({ code: typed }).code).toBe('123456'),
  )
  test.each(['', '12345', '1234567', 'abcdef', '1'.repeat(1000)])('%j is refused as malformed', (typed) =>
    expect(AppCode.safeParse({ code: typed }).error?.issues[0]?.message).toBe('appCode'),
  )
})

describe('a secret', () => {
  // RFC 4648, section 10, without the padding, which no app needs.
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['foob', 'MZXW6YQ'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%j is typed as %j', (text, typed) => {
    expect(secretText(new TextEncoder().encode(text))).toBe(typed)
    expect(groupSecret(typed).replaceAll(' ', '')).toBe(typed)
  })

  test('is typed in eight groups of four, and is the one in the QR code', () => {
    fc.assert(
      fc.property(secret, (of) => {
        const text = secretText(of)
        expect(groupSecret(text)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
        const address = new URL(appAddress(of, 'thea+lumix@example.com'))
        expect(address.searchParams.get('secret')).toBe(text)
        expect(address.searchParams.get('issuer')).toBe('LUMIX PRO')
        expect(decodeURIComponent(address.pathname)).toContain('LUMIX PRO:thea+lumix@example.com')
      }),
    )
  })
})
