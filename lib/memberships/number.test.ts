import { mod37_36 } from 'cdigit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawMembershipNumber, parseMembershipNumber } from './number'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BASE36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Numbers from bytes that fast-check can shrink; varied per draw, since some bytes need another draw. */
const number = fc.uint8Array({ minLength: 9, maxLength: 9 }).map((bytes) => {
  let draw = 0
  return drawMembershipNumber(() => bytes.map((byte) => byte + draw++ * 7))
})

const digitsOf = (membershipNumber: string) => membershipNumber.slice(3).replace('-', '')
const position = fc.nat({ max: 9 })

describe('a generated number', () => {
  test('has the canonical form and reads back as itself', () => {
    fc.assert(
      fc.property(number, (drawn) => {
        expect(drawn).toMatch(/^LP-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
        expect(parseMembershipNumber(drawn)).toBe(drawn)
      }),
      { numRuns: 1000 },
    )
  })

  test('is random: 20,000 draws, no duplicates, characters evenly distributed', () => {
    const drawn = Array.from({ length: 20_000 }, () => drawMembershipNumber())
    expect(new Set(drawn).size).toBe(drawn.length)
    const seen = new Map<string, number>()
    for (const character of drawn.flatMap((one) => [...digitsOf(one).slice(0, 9)])) {
      seen.set(character, (seen.get(character) ?? 0) + 1)
    }
    expect(seen.size).toBe(32)
    for (const count of seen.values()) expect(Math.abs(count - 5625)).toBeLessThan(600)
  })

  test('fails when the random source is stuck on a check character that cannot be typed', () => {
    const stuck = stuckBytes()
    expect(() => drawMembershipNumber(() => stuck)).toThrow('random')
  })
})

test('the programme’s example and published ones of MOD 37,36 are computed as printed', () => {
  expect(parseMembershipNumber('lp 7k3m9 q2xh7')).toBe('LP-7K3M9-Q2XH7')
  expect(mod37_36.generate('123AB')).toBe('123ABX')
  expect(mod37_36.generate('A12425GABC1234002')).toBe('A12425GABC1234002M')
})

describe('a mistyped number', () => {
  test('with any one wrong character is not a number', () => {
    fc.assert(
      fc.property(number, position, fc.constantFrom(...CROCKFORD), (drawn, at, wrong) => {
        const digits = digitsOf(drawn)
        fc.pre(digits[at] !== wrong)
        expect(parseMembershipNumber(digits.slice(0, at) + wrong + digits.slice(at + 1))).toBeNull()
      }),
      { numRuns: 3000 },
    )
  })

  test('with a character outside the alphabet is not a number', () => {
    const digits = digitsOf(drawMembershipNumber())
    for (const wrong of ['U', 'u', 'Ü', '*', '+', '#'])
      expect(parseMembershipNumber(digits.slice(0, 9) + wrong)).toBeNull()
  })

  test('with two neighbours swapped is not a number, unless they are neighbours in the alphabet too', () => {
    fc.assert(
      fc.property(number, fc.nat({ max: 8 }), (drawn, at) => {
        const digits = digitsOf(drawn)
        fc.pre(digits[at] !== digits[at + 1] && !areNeighbours(digits.charAt(at), digits.charAt(at + 1)))
        const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)
        expect(parseMembershipNumber(swapped)).toBeNull()
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    [''],
    ['LP'],
    ['LP-7K3M9-Q2XH'],
    ['LP-7K3M9-Q2XH77'],
    ['XX-7K3M9-Q2XH7'],
    ['LP-UUUUU-UUUUU'],
    ['LP-7K3M9-Q2XHß'],
    ['0'.repeat(100_000)],
    ['👋'],
  ])('such as %.20j is not a number', (typed) => expect(parseMembershipNumber(typed)).toBeNull())
})

describe('typing is tolerated', () => {
  const spelled = (drawn: string) =>
    fc.tuple(...[...drawn.replaceAll('-', '')].map(spellings)).map((parts) => parts.join(''))

  test('for case, spaces, hyphens, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(
        number.chain((drawn) => fc.tuple(fc.constant(drawn), spelled(drawn))),
        ([drawn, typed]) => {
          expect(parseMembershipNumber(typed)).toBe(drawn)
          expect(parseMembershipNumber(typed.replace(/^.*?p[\s–‐-]?/i, ''))).toBe(drawn)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('for a number that itself begins with 1P, with and without its LP', () => {
    const drawn = drawMembershipNumber(startingWith('1P'))
    expect(drawn).toMatch(/^LP-1P/)
    expect(parseMembershipNumber(digitsOf(drawn))).toBe(drawn)
    expect(parseMembershipNumber(`LP${digitsOf(drawn).slice(2)}`)).toBe(drawn)
    expect(parseMembershipNumber(`lplp${digitsOf(drawn).slice(2)}`)).toBe(drawn)
  })

  test('for full-width characters and what mail programs insert', () => {
    const drawn = drawMembershipNumber()
    const wide = [...digitsOf(drawn)].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('\u200b')
    expect(parseMembershipNumber(`\u00a0LP‑${wide}\n`)).toBe(drawn)
  })
})

/** What a person may type for one character. */
function spellings(right: string) {
  const lookalikes = { '0': ['0', 'O', 'o'], '1': ['1', 'I', 'i', 'L', 'l'] }[right] ?? [
    right,
    right.toLowerCase(),
  ]
  const gap = fc.constantFrom('', '', '', ' ', '-', '–', '‐')
  return fc.tuple(fc.constantFrom(...lookalikes), gap).map((parts) => parts.join(''))
}

function areNeighbours(a: string, b: string): boolean {
  const apart = Math.abs(BASE36.indexOf(a) - BASE36.indexOf(b))
  return apart === 1 || apart === 35
}

function startingWith(start: string) {
  return (count: number) => {
    const bytes = crypto.getRandomValues(new Uint8Array(count))
    bytes.set([...start].map((c) => CROCKFORD.indexOf(c)))
    return bytes
  }
}

/** Nine bytes whose check character is I, L, O or U, found by trial. */
function stuckBytes(): Uint8Array {
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(9))
    let calls = 0
    drawMembershipNumber((count) => {
      calls++
      return calls === 1 ? bytes : crypto.getRandomValues(new Uint8Array(count))
    })
    if (calls > 1) return bytes
  }
}
