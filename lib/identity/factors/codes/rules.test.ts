import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomCharacters } from '@/lib/identity/code'
import { RecoveryCode } from './input'
import { areFewCodes, CODE_LENGTH, groupRecoveryCode } from './rules'

describe('a recovery code', () => {
  test('has 50 bits and is shown in two groups', () => {
    const code = randomCharacters(CODE_LENGTH)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(groupRecoveryCode('ABCDE12345')).toBe('ABCDE-12345')
  })

  test('is understood however it is typed from paper', () => {
    const typed = fc.tuple(fc.constantFrom('', ' ', '-', '  '), fc.boolean(), fc.boolean())
    fc.assert(
      fc.property(typed, ([gap, lower, lookalikes]) => {
        const code = randomCharacters(CODE_LENGTH)
        let written = groupRecoveryCode(code).replace('-', gap)
        if (lookalikes) written = written.replaceAll('0', 'O').replaceAll('1', 'l')
        if (lower) written = written.toLowerCase()
        expect(RecoveryCode.parse({ code: written }).code).toBe(code)
      }),
    )
  })

  test('has to be typed', () =>
    expect(RecoveryCode.safeParse({ code: ' - ' }).error?.issues[0]?.message).toBe('recoveryCode'))
})

test('three or fewer are few, four are not', () =>
  expect([0, 1, 2, 3, 4, 10].map(areFewCodes)).toEqual([true, true, true, true, false, false]))
