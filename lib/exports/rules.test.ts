import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeExport, EXPORT_LISTS } from './rules'

test('the log keeps which list was taken along, and what it was asked for', () => {
  expect(describeExport('members', {})).toBe('members')
  expect(
    describeExport('log', { action: 'card.checked', from: '2026-11-01', to: undefined, centre: '' }),
  ).toBe('log action=card.checked from=2026-11-01')
  expect(describeExport('member-counts', { days: 0 })).toBe('member-counts days=0')
})

test('all of a list is taken, so where in it one was is not kept', () => {
  expect(describeExport('reviews', { page: 3, after: 'x', before: 'y', state: 'open' })).toBe(
    'reviews state=open',
  )
})

test('that somebody was named is kept, and never who', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...EXPORT_LISTS),
      fc.constantFrom('actor', 'number', 'q'),
      fc.emailAddress(),
      (list, key, who) => {
        expect(describeExport(list, { [key]: who, status: 'gold' })).toBe(`${list} ${key} status=gold`)
      },
    ),
  )
})
