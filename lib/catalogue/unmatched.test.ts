import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededCatalogue } from '@/testing/catalogue'
import { spellingKey } from './rules'
import { isLikeModelNumber, unmatchedText } from './unmatched'

test.each([
  ['  LUMIX   S7 ', 'LUMIX S7', 's7'],
  ['DC-S7', 'DC-S7', 's7'],
  ["'S7 | Mark II", 'S7 Mark II', 's7m2'],
  ['LEICA DG VARIO-ELMARIT 100-400mm F4.0-6.3 II', 'LEICA DG VARIO-ELMARIT 100-400mm F4.0-6.3 II', undefined],
])('%j is kept as %j', (typed, spelling, key = spellingKey(typed)) =>
  expect(unmatchedText(typed)).toEqual({ spelling, key }),
)

test.each([
  '',
  'x',
  '…',
  'thea@example.com',
  'https://example.com/s7',
  'WE1AB001234',
  '+49 611 2354120',
  'a '.repeat(31),
])('%j is not kept, as it is no model', (typed) => expect(unmatchedText(typed)).toBeNull())

test('any kept text is short, on one line, and keyed by its own spelling', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
      const kept = unmatchedText(typed)
      if (!kept) return
      expect(kept.spelling).toMatch(/^[^\p{Cc}|]{2,60}$/u)
      expect(kept.spelling.startsWith("'")).toBe(false)
      expect(kept.key).toMatch(/^[a-z0-9]{2,60}$/)
      expect(kept.key).toBe(spellingKey(kept.spelling))
      expect(unmatchedText(kept.spelling)).toEqual(kept)
    }),
    { numRuns: 1000 },
  )
})

test('every model number and name of the catalogue would be kept if it were unknown', () => {
  for (const { modelNumber, name } of seededCatalogue()) {
    expect(unmatchedText(modelNumber)).not.toBeNull()
    if (name.length <= 60) expect(unmatchedText(name)).not.toBeNull()
    expect(isLikeModelNumber(name)).toBe(false)
    expect(isLikeModelNumber(modelNumber)).toBe(true)
  }
})
