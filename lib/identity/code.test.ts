import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCode, groupCode, hashCode, normaliseCode } from './code'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const code = fc.string({ unit: fc.constantFrom(...CROCKFORD), minLength: 8, maxLength: 8 })

describe('a generated code', () => {
  test('has eight random characters, evenly distributed', () => {
    const drawn = Array.from({ length: 20_000 }, createCode)
    expect(new Set(drawn).size).toBe(drawn.length)
    const counts = new Map<string, number>()
    for (const character of drawn.join('')) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect([...counts.keys()].sort().join('')).toBe(CROCKFORD)
    for (const count of counts.values()) expect(Math.abs(count - 5000)).toBeLessThan(450)
  })

  test('is read in two groups', () => expect(groupCode('ABCD2345')).toBe('ABCD-2345'))
})

describe('typing is tolerated', () => {
  const lookalikes: Record<string, string[]> = { '0': ['0', 'O', 'o'], '1': ['1', 'I', 'i', 'L', 'l'] }
  const gap = fc.constantFrom('', '', ' ', '-', '–', '‐', '\u00a0', '\u200b', '\u00ad')
  const spelled = (right: string) =>
    fc
      .tuple(fc.constantFrom(...(lookalikes[right] ?? [right, right.toLowerCase()])), gap)
      .map((parts) => parts.join(''))
  const typed = code.chain((drawn) =>
    fc.tuple(
      fc.constant(drawn),
      fc.tuple(...[...drawn].map(spelled)).map((parts) => ` ${parts.join('')}\n`),
    ),
  )

  test('for case, spaces, hyphens, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(typed, ([drawn, written]) => {
        expect(normaliseCode(written)).toBe(drawn)
        expect(normaliseCode(groupCode(drawn))).toBe(drawn)
      }),
      { numRuns: 1000 },
    )
  })

  test('for full-width characters', () => expect(normaliseCode('ＡＢＣＤ－２３４５')).toBe('ABCD2345'))

  test('anything else is accepted without an error, and stays short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (garbage) => {
        expect(normaliseCode(garbage)).not.toMatch(/[OIL\s-]/)
      }),
      { numRuns: 500 },
    )
    expect(normaliseCode('A'.repeat(1_000_000)).length).toBeLessThanOrEqual(100)
  })
})

describe('the stored hash of a code', () => {
  const secret = 'a secret of at least thirty-two characters'

  test('is an HMAC-SHA-256 that differs with every part of it', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), code, code, (one, other, right, wrong) => {
        const hash = hashCode(secret, one, right)
        expect(hash).toMatch(/^[0-9a-f]{64}$/)
        expect(hash).toBe(createHmac('sha256', secret).update(`${one}:${right}`).digest('hex'))
        if (one !== other) expect(hashCode(secret, other, right)).not.toBe(hash)
        if (right !== wrong) expect(hashCode(secret, one, wrong)).not.toBe(hash)
        expect(hashCode(`${secret}.`, one, right)).not.toBe(hash)
      }),
    )
  })
})
