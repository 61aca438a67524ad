import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '@/lib/lists'
import { comparable, compareCard, readDate, readStatus, sameName } from './rules'

const name = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöüåøæœßłéèçñšžıđ -’'),
  minLength: 1,
  maxLength: 20,
})

describe('a name', () => {
  test.each([
    ['Müller', 'MUELLER'],
    ['Müller', 'muller'],
    ['Mueller', 'Müller'],
    ['Groß', 'GROSS'],
    ['GROẞ', 'gross'],
    ['Jørgensen', 'Joergensen'],
    ['Jørgensen', 'Jorgensen'],
    ['Ångström', 'Aangstroem'],
    ['Ångström', 'Angstrom'],
    ['Müller-Jørgensen', 'Mueller Jorgensen'],
    ['Wałęsa', 'walesa'],
    ['O’Brien', "O'BRIEN"],
    ['O’Brien', 'OBrien'],
    ['D´Angelo', 'd`angelo'],
    ['Sainte-Beuve', 'Sainte Beuve'],
    ['von der Leyen', 'VonDerLeyen'],
    ['Dvořák', 'Dvorak'],
    ['Ægidius', 'Aegidius'],
    ['Mu\u0308ller', 'Mueller'],
    ['Iğdır', 'IGDIR'],
    ['Papadopoulos ', ' papadopoulos'],
    ['Παπαδόπουλος', 'ΠΑΠΑΔΟΠΟΥΛΟΣ'],
  ])('%s is %s', (printed, typed) => {
    expect(sameName(printed, typed)).toBe(true)
    expect(sameName(typed, printed)).toBe(true)
  })

  test.each([
    ['Bauer', 'Baur'],
    ['Mueller', 'Muller'],
    ['Müller', 'Miller'],
    ['Schmidt', 'Schmitt'],
    ['Gross', 'Gros'],
    ['Anna', 'Ana'],
    ['-', '’'],
    ['', ''],
  ])('%s is not %s', (one, other) => expect(sameName(one, other)).toBe(false))

  test('is itself in any case, form and spacing, when it has a letter', () => {
    fc.assert(
      fc.property(name, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (printed, form) => {
        fc.pre(/\p{L}/u.test(printed))
        expect(sameName(printed, printed.toUpperCase())).toBe(true)
        expect(sameName(printed, printed.normalize(form))).toBe(true)
        expect(sameName(printed, [...printed].join(' - '))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('compares the same in both directions', () => {
    const any = fc.string({ unit: 'binary', maxLength: 15 })
    fc.assert(
      fc.property(fc.oneof(name, any), fc.oneof(name, any), (a, b) => sameName(a, b) === sameName(b, a)),
    )
  })

  test('has spellings that normalise to themselves, without case, accents and gaps', () => {
    fc.assert(
      fc.property(name, (printed) => {
        for (const spelling of comparable(printed)) {
          expect(spelling).toMatch(/^[a-z]*$/)
          expect(comparable(spelling)).toEqual([spelling])
        }
      }),
    )
  })

  test('of a hundred umlauts is compared at once', () => {
    const long = 'ü'.repeat(100)
    expect(comparable(long)).toHaveLength(2)
    expect(sameName(long, 'ue'.repeat(100))).toBe(true)
    expect(sameName(long, 'u'.repeat(100))).toBe(true)
  })
})

describe('a status', () => {
  test.each([
    ['Silver', 'silver'],
    [' SILBER ', 'silver'],
    ['Schwarz', 'black'],
    ['rot', 'red'],
    ['Platin', 'platinum'],
    ['platinum', 'platinum'],
    ['Gold', 'gold'],
    ['bronze', null],
    ['', null],
  ])('typed as %j is %s', (typed, status) => expect(readStatus(typed)).toBe(status))
})

describe('a date', () => {
  test.each([
    ['31.12.2026', '2026-12-31'],
    ['31/12/2026', '2026-12-31'],
    ['31-12-2026', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    [' 1. 2. 2027 ', '2027-02-01'],
    ['2027–02–01', '2027-02-01'],
    ['12/31/2026', null],
    ['29.02.2027', null],
    ['31.12/2026', null],
    ['31.12.26', null],
    ['tomorrow', null],
    ['', null],
  ])('typed as %j is %s', (typed, date) => expect(readDate(typed)).toBe(date))

  test('reads back in all four forms', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (at) => {
        const date = at.toISOString().slice(0, 10)
        const [y, m, d] = date.split('-')
        for (const typed of [date, `${d}.${m}.${y}`, `${d}/${m}/${y}`, `${Number(d)}.${Number(m)}.${y}`]) {
          expect(readDate(typed)).toBe(date)
        }
      }),
    )
  })
})

describe('a card', () => {
  const truth = { surname: 'Probekötter', status: 'gold', expiresOn: '2026-12-31' } as const

  test('is compared field by field', () => {
    expect(compareCard({ surname: 'PROBEKOETTER', status: 'Gold', expiresOn: '31.12.2026' }, truth)).toEqual({
      surname: 'match',
      status: 'match',
      expiresOn: 'match',
    })
    expect(compareCard({ surname: 'Probst', status: 'Platin', expiresOn: '31.12.2027' }, truth)).toEqual({
      surname: 'mismatch',
      status: 'mismatch',
      expiresOn: 'mismatch',
    })
  })

  test('is compared only in the fields given', () => {
    expect(compareCard({}, truth)).toEqual({})
    expect(compareCard({ surname: '  ', status: '', expiresOn: undefined }, truth)).toEqual({})
    expect(compareCard({ status: 'schwarz' }, truth)).toEqual({ status: 'mismatch' })
  })

  test('does not match where a field is unreadable', () => {
    expect(compareCard({ surname: '-', status: '?', expiresOn: '31.02.2026' }, truth)).toEqual({
      surname: 'mismatch',
      status: 'mismatch',
      expiresOn: 'mismatch',
    })
  })

  test('that states the truth matches, whatever the truth is', () => {
    const any = fc.record({
      surname: name,
      status: fc.constantFrom(...STATUSES),
      expiresOn: fc.constant('2027-02-28'),
    })
    fc.assert(
      fc.property(any, (card) => {
        fc.pre(/\p{L}/u.test(card.surname))
        expect(Object.values(compareCard(card, card))).toEqual(['match', 'match', 'match'])
      }),
    )
  })
})
