import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, csvUnguarded } from './csv'

test('quotes what holds a comma, a quote or a line break', () => {
  expect(csvLine(['a', 'b,c', 'say "no"', 'x\ny', 7, null, true])).toBe(
    'a,"b,c","say ""no""","x\ny",7,,true\r\n',
  )
})

test.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', ' =1', '|cmd', '%x'])('%j is no formula', (typed) => {
  expect(csvLine([typed])).toMatch(/^"?'/)
})

test('numbers stay numbers', () => expect(csvLine([-3])).toBe('-3\r\n'))

test('the apostrophe in front of a formula is removed again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom(...'=+-@|% \t\r\n",;a1') }), { minLength: 1 }),
      (cells) => {
        const [read] = parse(csvLine(cells), { skip_empty_lines: false, relax_column_count: true })
        expect(read?.map(csvUnguarded)).toEqual(cells)
      },
    ),
  )
})

test('a moment is written so that it sorts', () =>
  expect(csvLine([new Date('2026-11-20T10:00:00Z')])).toBe('2026-11-20T10:00:00.000Z\r\n'))
