import { expect, test } from 'vitest'
import { offsetOf, pageNumber, takePage } from './paging'

test.each([
  ['1', 1],
  ['12', 12],
  ['0', 1],
  ['-1', 1],
  ['1.5', 1],
  ['123456', 1],
  ['two', 1],
  [['2', '3'], 1],
  [undefined, 1],
])('%s in an address is page %i', (typed, page) => expect(pageNumber(typed)).toBe(page))

test('the offset of a page is the number of rows on the pages before it', () => {
  expect([offsetOf(1, 25), offsetOf(3, 25), offsetOf(0, 25)]).toEqual([0, 50, 0])
})

test.each([
  [[], { rows: [], more: false }],
  [[1, 2], { rows: [1, 2], more: false }],
  [[1, 2, 3], { rows: [1, 2], more: true }],
])('a page of two from %j', (rows, page) => expect(takePage(rows, 2)).toEqual(page))
