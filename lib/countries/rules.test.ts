import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/time'
import { COUNTRY_CODES, countriesIn, countryName, isCountry, isOffered, offerOn } from './rules'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Regions that CLDR names although ISO 3166-1 only reserves them, lets people use them, or has withdrawn them. */
const NOT_ASSIGNED = [
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'XK',
  'ZZ',
]

describe('the list of countries', () => {
  test('has the 249 codes of ISO 3166-1, each once, in order', () => {
    expect(COUNTRY_CODES).toHaveLength(249)
    expect([...new Set(COUNTRY_CODES)].sort()).toEqual(COUNTRY_CODES)
  })

  test('is what the runtime knows, without the unassigned codes', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    const all = LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
    const current = all.filter(
      (code) => names.of(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
    )
    expect(current.filter((code) => !NOT_ASSIGNED.includes(code))).toEqual(COUNTRY_CODES)
  })

  test.each(['en', 'de', 'fr', 'it', 'es', 'sv', 'pl', 'cs'])('has a name for each in %s', (language) => {
    for (const { code, name } of countriesIn(language)) expect(name).not.toBe(code)
  })

  test('has names in the reader’s language', () => {
    expect(countryName('DE', 'de')).toBe('Deutschland')
    expect(countryName('DE', 'en')).toBe('Germany')
    expect(countryName('GB', 'de')).toBe('Vereinigtes Königreich')
  })

  test('is sorted as that language sorts', () => {
    const german = countriesIn('de').map(({ name }) => name)
    expect(german.indexOf('Österreich')).toBeLessThan(german.indexOf('Polen'))
    expect(german.indexOf('Ägypten')).toBeLessThan(german.indexOf('Belgien'))
    expect(countriesIn('en', ['SE', 'AT', 'IT']).map(({ code }) => code)).toEqual(['AT', 'IT', 'SE'])
  })

  test('knows no other code', () => {
    for (const code of ['XX', 'XK', 'UK', 'de', '', 'DEU', 'ZZ']) expect(isCountry(code)).toBe(false)
    expect(countryName('not a code', 'en')).toBe('not a code')
  })
})

describe('from a day to a day', () => {
  const date = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days))
  const period = fc
    .tuple(fc.option(date), fc.option(fc.integer({ min: 0, max: 400 })))
    .map(([from, length]) => ({ from, to: from && length !== null ? addDays(from, length) : null }))

  test('it is offered on its first and last day and all between, and on no other', () => {
    fc.assert(
      fc.property(period, date, (offer, day) => {
        const within = offer.from !== null && offer.from <= day && (offer.to === null || day <= offer.to)
        expect(isOffered(offer, day)).toBe(within)
      }),
    )
  })

  test('its state changes only on the first day, and on the day after the last', () => {
    fc.assert(
      fc.property(period, date, (offer, day) => {
        const next = addDays(day, 1)
        const borders = [offer.from, offer.to && addDays(offer.to, 1)]
        expect(offerOn(offer, day) !== offerOn(offer, next)).toBe(borders.includes(next))
      }),
    )
  })

  test('it is coming, offered and ended in this order', () => {
    const order = ['coming', 'ending', 'offered', 'ended']
    fc.assert(
      fc.property(period, date, date, (offer, one, other) => {
        fc.pre(offer.from !== null)
        const [first, second] = [one, other].sort() as [string, string]
        const at = (day: string) => order.indexOf(offerOn(offer, day))
        expect(at(first)).toBeLessThanOrEqual(at(second))
      }),
    )
  })
})
