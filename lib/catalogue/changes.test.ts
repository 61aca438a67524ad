import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDay, aHolding, aModel, seededCatalogue, someFacts } from '@/testing/catalogue'
import { type CatalogueEntry, conflictingSpelling, differences, refusedChange, spellingsOf } from './changes'
import { countsOn } from './counting'
import { spellingKey } from './rules'

test('in the seeded catalogue no spelling names two products', () => {
  const all = seededCatalogue()
  for (const one of all)
    expect(
      conflictingSpelling(
        one,
        all.filter((other) => other !== one),
      ),
    ).toBeNull()
})

test.each([
  ['LUMIX S5 II', 's5m2'],
  ['DC-S5M2', 's5m2'],
  ['s5 mark 2', 's5m2'],
  ['DMC-GH4', 'gh4'],
  ['S-R2060', 'r2060'],
  ['LEICA DG SUMMILUX 25mm F1.4', 'summilux25mmf14'],
  ['…', ''],
])('%s is compared as %j', (text, key) => expect(spellingKey(text)).toBe(key))

const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 -]{0,11}$/)
const product = fc.record({ modelNumber: word, name: word, aliases: fc.array(word, { maxLength: 3 }) })

test('two products conflict exactly when they share a key, in either direction', () => {
  fc.assert(
    fc.property(product, product, (one, other) => {
      const keysOf = (of: typeof one) => new Set(spellingsOf(of).map(({ key }) => key))
      const shared = [...keysOf(one)].some((key) => keysOf(other).has(key))
      expect(conflictingSpelling(one, [other]) !== null).toBe(shared)
      expect(conflictingSpelling(other, [one]) !== null).toBe(shared)
    }),
  )
})

test('the order of aliases makes no difference, any field does', () => {
  const facts = someFacts({ aliases: ['One', 'Two'] })
  expect(differences(facts, { ...facts, aliases: ['Two', 'One'] })).toEqual([])
  expect(differences(facts, { ...facts, aliases: ['One'], source: 'x' })).toEqual(['aliases', 'source'])
})

test('after any allowed change, what counts for somebody today counts until their term is over', () => {
  fc.assert(
    fc.property(aModel, aModel, aHolding, aDay, (before, after, held, today) => {
      fc.pre(held.registeredOn <= today && held.startsOn <= today && today <= held.expiresOn)
      const entry: CatalogueEntry = { ...someFacts(), ...before, id: 'x', version: 1, registered: true }
      fc.pre(countsOn(before, held, today))
      fc.pre(refusedChange(entry, { ...entry, ...after }, today) === null)
      if (before.qualifyingTo === null || before.qualifyingTo >= today)
        expect(countsOn(after, held, held.expiresOn)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
