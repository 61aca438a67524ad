import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Appeal, Confirmation, isRegistrationId, MAX_LINES, readyLine, TypedList } from './input'

const ID = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'

describe('a list as its form sends it', () => {
  test('comes in the order of its numbers, which may have gaps and more than one digit', () => {
    const list = TypedList.parse({
      intent: 'next',
      'lines.10.model': 'S9',
      'lines.2.model': 'S5 II',
      'lines.2.serial': 'UK8',
      'lines.10.productId': ID,
    })
    expect(list).toEqual({
      intent: 'next',
      places: [2, 10],
      lines: [
        { model: 'S5 II', serial: 'UK8', purchasedOn: '', dealer: '', productId: undefined },
        { model: 'S9', serial: '', purchasedOn: '', dealer: '', productId: ID },
      ],
    })
  })

  test.each([
    {},
    null,
    undefined,
    { 'lines.0.model': ['twice', 'sent'] },
    { 'lines.x.model': 'S9', 'lines.0.': '', 'lines.0.model.more': '' },
    { 'lines.0.productId': 'S9', 'lines.0.model': 7 },
    { intent: ['next', 'add'] },
    { intent: 'remove.-1' },
    { 'lines.0.__proto__': 'x', __proto__: { intent: 'next' } },
  ])('is accepted with any content: %j', (form) => {
    const list = TypedList.parse(form)
    expect(list.intent).toBe('save')
    for (const line of list.lines) expect(line.productId).toBeUndefined()
  })

  test('keeps twenty lines of two hundred characters, and nothing that the database cannot store', () => {
    const form = Object.fromEntries(
      Array.from({ length: 30 }, (_, place) => [`lines.${place}.dealer`, `\0${'😀'.repeat(200)}`]),
    )
    const { lines } = TypedList.parse(form)
    expect(lines).toHaveLength(MAX_LINES)
    for (const { dealer } of lines) {
      expect(dealer.length).toBe(200)
      expect(dealer.isWellFormed() && !dealer.includes('\0')).toBe(true)
    }
  })

  test('is never refused, for any names and values', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom('lines.0.model', 'lines.99.serial', 'intent'))
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(7))
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 6 }), (form) => TypedList.safeParse(form).success),
    )
  })
})

describe('a line that can be registered', () => {
  const line = { serial: 'UK8SU293750', purchasedOn: '2026-05-01', dealer: 'Fotohaus' }
  const problems = (over: object) =>
    (readyLine('2026-06-15').safeParse({ ...line, ...over }).error?.issues ?? []).map(
      ({ message }) => message,
    )

  test('has a serial number, a date and a dealer', () => expect(problems({})).toEqual([]))

  test.each([
    [{ serial: '' }, 'serialMissing'],
    [{ serial: ' -/- ' }, 'serialMissing'],
    [{ serial: '7'.repeat(41) }, 'serialTooLong'],
    [{ purchasedOn: '' }, 'dateMissing'],
    [{ purchasedOn: '01.05.2026' }, 'date'],
    [{ purchasedOn: '2026-02-30' }, 'date'],
    [{ purchasedOn: '2026-06-16' }, 'dateInFuture'],
    [{ purchasedOn: '0202-05-01' }, 'dateTooEarly'],
    [{ dealer: '  ' }, 'dealerMissing'],
    [{ dealer: 'x'.repeat(101) }, 'dealerTooLong'],
  ])('%j has one problem: %s', (over, message) => expect(problems(over)).toEqual([message]))

  test('may be of today, and its serial number as long as the longest key', () => {
    expect(problems({ purchasedOn: '2026-06-15', serial: `000${'7'.repeat(40)}` })).toEqual([])
  })

  test('reports all problems at once', () => {
    expect(problems({ serial: '', purchasedOn: '', dealer: '' })).toEqual([
      'serialMissing',
      'dateMissing',
      'dealerMissing',
    ])
  })
})

test('one, several or no warnings may have been seen', () => {
  expect(Confirmation.parse({})).toEqual({ seen: [] })
  expect(Confirmation.parse({ seen: 'taken.x' })).toEqual({ seen: ['taken.x'] })
  expect(Confirmation.parse({ seen: ['a', 'b'] })).toEqual({ seen: ['a', 'b'] })
})

test('an appeal needs a reason, in at most 500 characters', () => {
  expect(Appeal.safeParse({ id: ID, note: ' \n ' }).success).toBe(false)
  expect(Appeal.safeParse({ id: ID, note: 'x'.repeat(501) }).success).toBe(false)
  expect(Appeal.parse({ id: ID, note: ' So it is.\0 ' }).note).toBe('So it is.')
})

test('only a well-formed id is accepted', () => {
  expect(isRegistrationId(ID)).toBe(true)
  for (const no of ['', 'x', `${ID} `, `{${ID}}`, ID.replaceAll('-', ''), "' or 1=1"])
    expect(isRegistrationId(no)).toBe(false)
})
