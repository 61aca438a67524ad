import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseEmail } from './email'

test.each([
  [' Thea@Example.COM ', 'thea@example.com'],
  ['thea@bücher.example', 'thea@xn--bcher-kva.example'],
  ["o'neil+lumix@mail.example.co.uk", "o'neil+lumix@mail.example.co.uk"],
])('%s is kept as %s', (typed, kept) => expect(normaliseEmail(typed)).toBe(kept))

test.each([
  'thea',
  '@example.com',
  'thea@localhost',
  'théa@example.com',
  'ｔhea@example.com',
  'thea@exam ple.com',
  'thea@example.com\nBcc: all@example.com',
  'a..b@example.com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.com`,
])('%s is refused', (typed) => expect(normaliseEmail(typed)).toBeNull())

test('what is kept is kept unchanged', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (typed) => {
      const kept = normaliseEmail(typed)
      if (kept !== null) expect(normaliseEmail(kept)).toBe(kept)
    }),
  )
})
