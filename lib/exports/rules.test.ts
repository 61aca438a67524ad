import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeExport, EXPORT_LISTS } from './rules'

test('the log records which list was exported, with which filter', () => {
  expect(describeExport('members', {})).toBe('members')
  expect(
    describeExport('log', { action: 'card.checked', from: '2026-11-01', to: undefined, centre: '' }),
  ).toBe('log action=card.checked from=2026-11-01')
  expect(describeExport('member-counts', { days: 0 })).toBe('member-counts days=0')
})

test('the whole list is exported, so the current page is not recorded', () => {
  expect(describeExport('reviews', { page: 3, after: 'x', before: 'y', state: 'open' })).toBe(
    'reviews state=open',
  )
})

test('the log records that a person was searched for, but never who', () => {
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
