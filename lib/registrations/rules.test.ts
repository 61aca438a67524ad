import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REGISTRATION_STATES, type RegistrationState } from '@/lib/lists'
import {
  blocksUnit,
  canAppeal,
  canTransition,
  countsTowardsStatus,
  looksMistyped,
  serialKey,
  TRANSITIONS,
  type TransitionActor,
  transitionBetween,
  transitionsFrom,
} from './rules'

const everyone: TransitionActor[] = ['member', 'reviewer', 'admin']
const state = fc.constantFrom(...REGISTRATION_STATES)
const by = fc.constantFrom(...everyone)

describe('a registration', () => {
  test('can be decided by reviewer and admin while it is pending, and never by its member', () => {
    for (const to of ['verified', 'needs_attention', 'refused'] as const) {
      expect(everyone.map((one) => canTransition('pending', to, one))).toEqual([false, true, true])
    }
  })

  test('is decided once: verified, refused or asked again cannot be verified', () => {
    for (const from of REGISTRATION_STATES.filter((one) => one !== 'pending')) {
      for (const one of everyone) expect(canTransition(from, 'verified', one)).toBe(false)
    }
  })

  test('can be withdrawn by its member while it is pending, asked again, refused or verified', () => {
    const from = REGISTRATION_STATES.filter((one) => canTransition(one, 'withdrawn', 'member'))
    expect(from).toEqual(['pending', 'needs_attention', 'verified', 'refused'])
    for (const one of from)
      expect(canTransition(one, 'withdrawn', 'reviewer') || canTransition(one, 'withdrawn', 'admin')).toBe(
        false,
      )
  })

  test('returns to pending with a new file, or by an appeal', () => {
    expect(transitionBetween('needs_attention', 'pending')).toMatchObject({ by: ['member'], needs: 'file' })
    expect(transitionBetween('refused', 'pending')).toMatchObject({ by: ['member'], needs: 'appeal' })
    expect(transitionsFrom('refused', 'reviewer')).toEqual([])
  })

  test('can be appealed once', () => {
    expect(canAppeal({ state: 'refused', appealedAt: null })).toBe(true)
    expect(canAppeal({ state: 'refused', appealedAt: new Date() })).toBe(false)
    expect(canAppeal({ state: 'needs_attention', appealedAt: null })).toBe(false)
  })

  test('that was verified can become sold, stolen or replaced, and is refused as a mistake only by staff', () => {
    expect(transitionsFrom('verified', 'member')).toEqual(['withdrawn', 'sold', 'stolen', 'replaced'])
    expect(transitionsFrom('verified', 'reviewer')).toEqual(['sold', 'stolen', 'replaced', 'refused'])
  })

  test.each(['withdrawn', 'sold', 'stolen', 'replaced'] as const)('that is %s stays so', (last) => {
    for (const one of everyone) expect(transitionsFrom(last, one)).toEqual([])
  })

  test('counts only when verified, and blocks its unit when verified or stolen', () => {
    expect(REGISTRATION_STATES.filter(countsTowardsStatus)).toEqual(['verified'])
    expect(REGISTRATION_STATES.filter(blocksUnit)).toEqual(['verified', 'stolen'])
  })
})

describe('the table of transitions', () => {
  test('has each transition once, and none to the same state', () => {
    expect(new Set(TRANSITIONS.map(({ from, to }) => `${from} ${to}`)).size).toBe(TRANSITIONS.length)
    expect(TRANSITIONS.every(({ from, to }) => from !== to)).toBe(true)
  })

  test('requires a reason for every decision except verification', () => {
    for (const move of TRANSITIONS.filter(({ by }) => by.includes('reviewer'))) {
      expect(move.needs).toBe(move.to === 'verified' ? 'nothing' : 'reason')
    }
  })

  test('agrees with canTransition, transitionBetween and transitionsFrom', () => {
    fc.assert(
      fc.property(state, state, by, (from, to, who) => {
        expect(canTransition(from, to, who)).toBe(transitionsFrom(from, who).includes(to))
        if (canTransition(from, to, who)) expect(transitionBetween(from, to)?.by).toContain(who)
      }),
    )
  })

  test('reaches every state from pending', () => {
    const reached = new Set<RegistrationState>(['pending'])
    for (const from of reached)
      for (const who of everyone) for (const to of transitionsFrom(from, who)) reached.add(to)
    expect([...reached].sort()).toEqual([...REGISTRATION_STATES].sort())
  })
})

const typed = fc.string({ unit: 'binary', maxLength: 40 })
const serial = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  minLength: 1,
  maxLength: 16,
})

describe('the key of a serial number', () => {
  test.each([
    ['UK8SU293750', 'UK8SU293750'],
    [' uk8su-293 750 ', 'UK8SU293750'],
    ['WO1IA000123', 'W011A000123'],
    ['0001234', '1234'],
    ['OOO1234', '1234'],
    ['0000', '0'],
    ['O', '0'],
    ['ＵＫ８', 'UK8'],
    ['S/N: 12.34', 'SN1234'],
    ['---', ''],
    ['', ''],
  ])('%j is %j', (from, key) => expect(serialKey(from)).toBe(key))

  test('is idempotent, for any text', () => {
    fc.assert(
      fc.property(typed, (text) => serialKey(serialKey(text)) === serialKey(text)),
      { numRuns: 5000 },
    )
  })

  test('has no separators, no lower case, no O, no I and no leading zero', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const key = serialKey(text)
        expect(key).toMatch(/^[\p{L}\p{N}]*$/u)
        expect(key).not.toMatch(/[a-zOI]/)
        expect(key === '0' || !key.startsWith('0')).toBe(true)
      }),
    )
  })

  test('does not depend on case, gaps, O for 0, I for 1, or leading zeros', () => {
    const gap = fc.constantFrom('', ' ', '-', '–', '/', '.', '\u00a0')
    const spelled = serial.chain((text) =>
      fc.tuple(
        fc.constant(text),
        fc.tuple(
          ...[...text].map((c) =>
            fc.tuple(fc.constantFrom(...looksLike(c)), gap).map((parts) => parts.join('')),
          ),
        ),
        fc.constantFrom('', '0', 'O', '00'),
      ),
    )
    fc.assert(
      fc.property(spelled, ([text, parts, zeros]) => {
        expect(serialKey(zeros + parts.join(''))).toBe(serialKey(text))
      }),
    )
  })

  test('is different for different numbers', () => {
    expect(serialKey('UK8SU293750')).not.toBe(serialKey('UK8SU293751'))
    expect(serialKey('A0')).not.toBe(serialKey('A'))
    expect(serialKey('L123')).not.toBe(serialKey('1123'))
  })
})

describe('a serial number that looks mistyped', () => {
  test.each([
    '1234',
    '12345678901234567',
    'ABCDEFG',
    '00000',
    'XXXXXXX',
    '',
    ' ',
    'ÄB12345',
    'UK8SU293750 / NA7TW903458',
  ])('such as %j warns', (odd) => expect(looksMistyped(odd)).toBe(true))

  test.each(['UK8SU293750', 'sz0gf 699300', 'WO1IA000123', '00012345', 'A1234', '1234567890123456'])(
    'is not %j',
    (fine) => expect(looksMistyped(fine)).toBe(false),
  )

  test('does not depend on case or gaps', () => {
    fc.assert(
      fc.property(serial, (text) => looksMistyped(text) === looksMistyped([...text.toLowerCase()].join(' '))),
    )
  })
})

function looksLike(c: string): string[] {
  return (
    { '0': ['0', 'O', 'o'], O: ['0', 'O', 'o'], '1': ['1', 'I', 'i'], I: ['1', 'I', 'i'] }[c] ?? [
      c,
      c.toLowerCase(),
    ]
  )
}
