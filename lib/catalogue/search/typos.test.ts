import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typos } from './typos'

const word = fc.string({ unit: fc.constantFrom(...'abc12'), maxLength: 7 })
const NEVER = Number.POSITIVE_INFINITY

describe('typos', () => {
  test.each([
    ['s5m2', 's5m2', 0],
    ['s5m', 's5m2', 0.8],
    ['5sm2', 's5m2', 0.8],
    ['s55m2', 's5m2', 1],
    ['s4m2', 's5m2', 1],
    ['s4m3', 's5m2', 2],
    ['gh7x9', 's5m2', NEVER],
    ['', 's5', 1.6],
    ['', '', 0],
  ])('%j for %j cost %d', (typed, meant, cost) => expect(typos(typed, meant, 2).whole).toBeCloseTo(cost))

  test('find the best matching start', () => {
    expect(typos('lumjx', 'lumixs5', 1)).toEqual({ whole: NEVER, start: 1 })
    expect(typos('lumix', 'lumixs5', 1)).toEqual({ whole: NEVER, start: 0 })
  })

  test('cost the same as in a naive recursion, up to the limit', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(0, 1, 2), (typed, meant, limit) => {
        const cost = naiveCost(typed, meant)
        const starts = Array.from({ length: meant.length + 1 }, (_, end) =>
          naiveCost(typed, meant.slice(0, end)),
        )
        const found = typos(typed, meant, limit)
        expect(found.whole).toBeCloseTo(cost > limit ? NEVER : cost)
        expect(found.start).toBeCloseTo(Math.min(...starts) > limit ? NEVER : Math.min(...starts))
      }),
      { numRuns: 2000 },
    )
  })

  test('of overlong texts are not computed', () => {
    expect(typos('a'.repeat(5000), 'a'.repeat(5000), 2)).toEqual({ whole: NEVER, start: NEVER })
    expect(typos('a'.repeat(90), 'a'.repeat(5000), 2)).toEqual({ whole: NEVER, start: 0 })
  })
})

/** Optimal string alignment, word for word from its definition. */
function naiveCost(typed: string, meant: string): number {
  if (typed === '' || meant === '') return typed.length + meant.length * 0.8
  const ways = [
    naiveCost(typed.slice(0, -1), meant.slice(0, -1)) + (typed.at(-1) === meant.at(-1) ? 0 : 1),
    naiveCost(typed.slice(0, -1), meant) + 1,
    naiveCost(typed, meant.slice(0, -1)) + 0.8,
  ]
  if (
    typed.length > 1 &&
    meant.length > 1 &&
    typed.at(-1) === meant.at(-2) &&
    typed.at(-2) === meant.at(-1)
  ) {
    ways.push(naiveCost(typed.slice(0, -2), meant.slice(0, -2)) + 0.8)
  }
  return Math.min(...ways)
}
