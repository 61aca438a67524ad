import { describe, expect, test } from 'vitest'
import { conflictOf, firstSentence, warningsFor } from './rules'

describe('warnings for a reviewer', () => {
  const fine = { purchasedOn: '2026-11-01', serialTyped: 'WE1AB001234', qualifying: true }

  test('are empty for an ordinary purchase, even of today', () => {
    expect(warningsFor(fine, '2026-11-01')).toEqual([])
  })

  test('are given for a future purchase date, an odd number, a model that does not count', () => {
    expect(
      warningsFor({ purchasedOn: '2026-11-02', serialTyped: '1111', qualifying: false }, '2026-11-01'),
    ).toEqual(['inFuture', 'oddSerial', 'notQualifying'])
  })
})

test('only a verified or stolen registration of the unit blocks it', () => {
  expect(conflictOf('verified')).toBe('verifiedElsewhere')
  expect(conflictOf('stolen')).toBe('stolenElsewhere')
  for (const state of ['pending', 'needs_attention', 'refused', 'sold', 'replaced'] as const) {
    expect(conflictOf(state)).toBe('seenElsewhere')
  }
})

describe('the first sentence', () => {
  test.each([
    ['Part is missing. Please send all.', 'Part is missing.'],
    ['Whole', 'Whole'],
    ['One only.', 'One only.'],
    ['It costs 3.50 euros. Really.', 'It costs 3.50 euros.'],
    ['Is this all? We miss a page.', 'Is this all?'],
    ['Too dark\nto read. Once more, please.', 'Too dark\nto read.'],
    ['No full stop\n', 'No full stop\n'],
    ['', ''],
  ])('of %j is %j', (text, first) => {
    expect(firstSentence(text)).toBe(first)
  })
})
