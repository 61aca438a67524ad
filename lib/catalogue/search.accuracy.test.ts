import { describe, expect, test } from 'vitest'
import { seededCatalogue } from '@/testing/catalogue'
import { namedProduct, searchProducts } from './search'

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const MIN_ACCURACY = 0.95

const catalogue = seededCatalogue()
const spellings = catalogue.flatMap(({ id, modelNumber, name, aliases }) =>
  [modelNumber, name, ...aliases].map((text) => ({ id, text })),
)
const compacted = (text: string) => text.replace(/[^A-Za-z0-9]/g, '')
const isFirst = (query: string, id: string) => searchProducts(query, catalogue, 1)[0]?.id === id

describe('the right product comes first', () => {
  test('for every model number, name and alias as printed, without separators and in lower case', () => {
    const ways = [(text: string) => text, compacted, (text: string) => text.toLowerCase()]
    const missed = spellings.flatMap(({ id, text }) =>
      ways.map((way) => way(text)).filter((query) => !isFirst(query, id)),
    )
    expect(missed).toEqual([])
  })

  test('for what dealers printed on invoices', () => {
    const wrong = PRINTED.filter(([printed, model]) => !isFirst(printed, model))
    expect(wrong).toEqual([])
    const unsure = PRINTED.filter(([printed]) => namedProduct(printed, catalogue) === null)
    expect(unsure).toEqual([])
  })

  test('for 95 % of them with one typo', () => {
    const share = accuracy((text) => text)
    console.info(`search, one typo in the printed spelling: ${percent(share)} right first`)
    expect(share).toBeGreaterThanOrEqual(MIN_ACCURACY)
  })

  test('for 95 % of them with one typo, without separators and in lower case, all at once', () => {
    const share = accuracy((text) => compacted(text).toLowerCase())
    console.info(`search, one typo, no separators, lower case: ${percent(share)} right first`)
    expect(share).toBeGreaterThanOrEqual(MIN_ACCURACY)
  })
})

/**
 * The share of correct results, each spelling and each kind of typo weighted equally; typos that spell another product count as
 * misses.
 */
function accuracy(way: (text: string) => string): number {
  const random = randomFrom(42)
  return mean(
    spellings.flatMap(({ id, text }) =>
      typosOf(way(text), random).map((queries) => mean(queries.map((query) => Number(isFirst(query, id))))),
    ),
  )
}

/** Every character omitted and every pair swapped; of the many wrong and added characters, eight random ones of each. */
function typosOf(text: string, random: (below: number) => number): string[][] {
  const places = [...[...text].keys()]
  const any = () => CHARACTERS.charAt(random(CHARACTERS.length))
  const eightRandom = (end: number) => Array.from({ length: 8 }, () => random(end))
  return [
    places.map((at) => text.slice(0, at) + text.slice(at + 1)),
    places.slice(1).map((at) => text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1)),
    eightRandom(text.length).map((at) => text.slice(0, at) + any() + text.slice(at + 1)),
    eightRandom(text.length + 1).map((at) => text.slice(0, at) + any() + text.slice(at)),
  ].map((queries) => queries.filter((query) => query !== text))
}

/** A random number generator that repeats itself in every run (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}

const PRINTED = [
  ['DC-S5M2', 'DC-S5M2'],
  ['LUMIX S 20-60mm F3.5-5.6', 'S-R2060'],
  ['DC-S5M2XE', 'DC-S5M2X'],
  ['SS24', 'S-S24'],
  ['DC-G9M2EB-K', 'DC-G9M2'],
  ['H-ES12060', 'H-ES12060'],
  ['LUMIX GH7', 'DC-GH7'],
  ['H-X1025', 'H-X1025'],
  ['S-R70200', 'S-R70200'],
  ['LUMIX S PRO 50mm F1.4', 'S-X50'],
  ['DC-S1H', 'DC-S1H'],
  ['S-E70200', 'S-E70200'],
  ['LUMIX S PRO 16-35mm F4', 'S-R1635'],
  ['S-S85', 'S-S85'],
  ['DCS9', 'DC-S9'],
  ['LUMIX S 50mm F1.8', 'S-S50'],
  ['DC-S1RM2E', 'DC-S1RM2'],
  ['S-E2470', 'S-E2470'],
  ['DC-S1M2', 'DC-S1M2'],
  ['S-R24105', 'S-R24105'],
  ['LUMIX S5 II', 'DC-S5M2'],
  ['DC-GH6', 'DC-GH6'],
  ['H-HSA12035', 'H-HSA12035'],
  ['DC-S5E', 'DC-S5'],
  ['S-R70300', 'S-R70300'],
  ['LUMIX G9', 'DC-G9'],
  ['H-E08018', 'H-E08018'],
  ['DC-S5M2XEK', 'DC-S5M2X'],
  ['S-S35', 'S-S35'],
  ['S R28200', 'S-R28200'],
  ['DC-G9M2', 'DC-G9M2'],
  ['H-ES50200', 'H-ES50200'],
  ['LUMIX S1R', 'DC-S1R'],
  ['DC-G100D', 'DC-G100D'],
  ['DC-S1M', 'DC-S1'],
  ['LUMIX S 24-105mm F4 Macro O.I.S.', 'S-R24105'],
  ['DC-GH5M2', 'DC-GH5M2'],
  ['H-RS100400', 'H-RS100400'],
  ['S-S18', 'S-S18'],
  ['S-E100', 'S-E100'],
  ['LUMIX S5 IIX', 'DC-S5M2X'],
] as const
