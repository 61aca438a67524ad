import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '@/lib/time'
import { aDay, aHolding, aModel } from '@/testing/catalogue'
import { countsOn, countsUntil, qualifiesOn } from './counting'

/** A member since March, who registered a model in April and had it verified in May. */
const held = {
  registeredOn: '2026-04-10',
  startsOn: '2026-05-02',
  expiresOn: '2027-05-01',
  firstVerifiedOn: '2026-05-02',
}
const model = (qualifyingFrom: string | null, qualifyingTo: string | null = null) => ({
  qualifyingFrom,
  qualifyingTo,
})

describe('a registration of a model', () => {
  test('never counts without a first day, and otherwise counts from its first day on', () => {
    expect(countsOn(model(null), held, '2026-06-01')).toBe(false)
    expect(countsOn(model('2026-06-02'), held, '2026-06-01')).toBe(false)
    expect(countsOn(model('2026-06-02'), held, '2026-06-02')).toBe(true)
    expect(countsUntil(model('2026-06-02'), held)).toBeNull()
  })

  test('that stops counting still counts until the term is over', () => {
    const ending = model('2026-01-01', '2026-08-31')
    expect(countsUntil(ending, held)).toBe('2027-05-01')
    expect(countsOn(ending, held, '2027-05-01')).toBe(true)
    expect(countsOn(ending, held, '2027-05-02')).toBe(false)
  })

  test('made too late no longer counts', () => {
    expect(countsUntil(model('2026-01-01', '2026-04-09'), held)).toBe('2026-04-09')
  })

  test('made in time counts, even if a reviewer was slow and a new term began meanwhile', () => {
    expect(countsUntil(model('2026-01-01', '2026-04-10'), held)).toBe('2027-05-01')
  })

  test('does not begin another term with a model that has stopped counting', () => {
    const renewed = { ...held, startsOn: '2027-05-02', expiresOn: '2028-05-01' }
    expect(countsOn(model('2026-01-01', '2026-08-31'), renewed, '2027-05-02')).toBe(false)
    expect(countsUntil(model('2026-01-01', '2027-06-30'), renewed)).toBe('2028-05-01')
  })
})

test('what counts on a day of a term counts to its end, whatever last day is set afterwards', () => {
  fc.assert(
    fc.property(aModel, aHolding, aDay, fc.nat(800), ({ qualifyingFrom }, holding, day, later) => {
      fc.pre(holding.registeredOn <= day && holding.startsOn <= day && day <= holding.expiresOn)
      const open = { qualifyingFrom, qualifyingTo: null }
      fc.pre(countsOn(open, holding, day))
      const ended = { qualifyingFrom, qualifyingTo: addDays(day, later) }
      expect(countsOn(ended, holding, holding.expiresOn)).toBe(true)
    }),
  )
})

test('a visitor’s product qualifies on the days from the first to the last', () => {
  fc.assert(
    fc.property(aModel, aDay, (one, day) => {
      const { qualifyingFrom: from, qualifyingTo: to } = one
      const days = from === null ? [] : [from, day, to ?? addMonths(from, 600)].sort()
      expect(qualifiesOn(one, day)).toBe(
        days[1] === day && day >= (from ?? '') && day <= (to ?? '9999-12-31'),
      )
    }),
  )
})
