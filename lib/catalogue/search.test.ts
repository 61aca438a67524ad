import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededCatalogue } from '@/testing/catalogue'
import type { Product } from './rules'
import { namedProduct, searchProducts } from './search'

const catalogue = seededCatalogue()
const first = (query: string) => searchProducts(query, catalogue, 1)[0]?.modelNumber
const all = (query: string) => searchProducts(query, catalogue).map((product) => product.modelNumber)

describe('a product is found', () => {
  test.each([
    ['S5 II', 'DC-S5M2'],
    ['s5m2', 'DC-S5M2'],
    ['s5 mark 2', 'DC-S5M2'],
    ['S5 mk II', 'DC-S5M2'],
    ['S5 2', 'DC-S5M2'],
    ['lumix s5ii x', 'DC-S5M2X'],
    ['GX7 III', 'DC-GX9'],
    ['g85', 'DMC-G80'],
    ['DC-GX7', 'DMC-GX7'],
    ['s1r', 'DC-S1R'],
  ])('as a camera called %j: %s', (query, model) => expect(first(query)).toBe(model))

  test.each([
    ['DC-S5M2E', 'DC-S5M2'],
    ['dcs5m2e', 'DC-S5M2'],
    ['DC-S5M2XEK', 'DC-S5M2X'],
    ['DC-G9M2EB-K', 'DC-G9M2'],
    ['DMC-G81MEG-K', 'DMC-G80'],
    ['DC-GH7LE', 'DC-GH7'],
    ['DC-S1M2E', 'DC-S1M2ES'],
    ['H-FS12032E-K', 'H-FS12032'],
    ['H-X1025E', 'H-X1025'],
    ['Panasonic LUMIX DC-G9M2EB-K schwarz, Gehäuse', 'DC-G9M2'],
  ])('with a dealer’s suffix as in %j: %s', (query, model) => expect(first(query)).toBe(model))

  test.each([
    ['20-60', 'S-R2060'],
    ['20 – 60 mm', 'S-R2060'],
    ['S R28200', 'S-R28200'],
    ['leica 12-60', 'H-ES12060'],
    ['lumix 12-60', 'H-FS12060'],
    ['Leika 12-60', 'H-ES12060'],
    ['50mm 1:1.8', 'S-S50'],
    ['s pro 50', 'S-X50'],
    ['70-200/2.8', 'S-E70200'],
    ['70-200 f4', 'S-R70200'],
    ['42,5 1,2', 'H-NS043'],
    ['elmarit 8-18', 'H-E08018'],
    ['noctikron', 'H-NS043'],
    ['100-400 II', 'H-RSA100400'],
  ])('as a lens called %j: %s', (query, model) => expect(first(query)).toBe(model))
})

describe('an ambiguous query', () => {
  test('returns the exact spelling first, then what starts with it, the same number before a longer one', () => {
    expect(all('S5II')).toEqual(['DC-S5M2', 'DC-S5M2X'])
    expect(all('G9').slice(0, 3)).toEqual(['DC-G9', 'DC-G9M2', 'DC-G90'])
    expect(all('S1IIE')).toEqual(['DC-S1M2ES', 'DC-S1M2'])
  })

  test('returns what qualifies first, among equals', () => {
    const twins = ['old', 'new'].map((id) => ({
      ...product('DC-X1', 'LUMIX X1'),
      id,
      qualifying: id === 'new',
    }))
    expect(searchProducts('x1', twins).map(({ id }) => id)).toEqual(['new', 'old'])
  })

  test('is not recognised as one product, while a model named in full is', () => {
    const recognised = (text: string) => namedProduct(text, catalogue)?.modelNumber ?? null
    expect(recognised('lumix s5 mark 2')).toBe('DC-S5M2')
    expect(recognised('DC-G9M2EB-K')).toBe('DC-G9M2')
    for (const text of ['12-60', 'lumix', 'dc-s5n2', 'S5II Kit 20-60', ''])
      expect(recognised(text)).toBeNull()
  })

  test('is searched by parts when the whole matches nothing', () => {
    expect(all('S5II Kit 20-60')).toEqual(['DC-S5M2'])
  })
})

describe('nothing is found', () => {
  test.each(['', '   ', '-', '💥', 'zzz', 'Nikon Z6', 'Canon EOS R5', 'a'.repeat(10_000)])(
    'for %.20j',
    (query) => {
      expect(all(query)).toEqual([])
    },
  )

  test('in an empty catalogue', () => expect(searchProducts('s5', [])).toEqual([]))
})

test('any text returns at most the limit, each product once', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'sgx5 -m2.f/i') }),
  )
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (query, limit) => {
      const found = searchProducts(query, catalogue, limit)
      expect(found.length).toBeLessThanOrEqual(limit)
      expect(new Set(found).size).toBe(found.length)
    }),
  )
})

test('among 1,000 products a query takes less than 2 ms', () => {
  const many = Array.from({ length: 1000 }, (_, i) =>
    renumbered(catalogue[i % catalogue.length] ?? product('', ''), i),
  )
  const queries = many
    .filter((_, i) => i % 5 === 0)
    .flatMap(({ name }) => [name, name.slice(0, 8), `${name.slice(0, 6)}q${name.slice(7)}`])
  const times = [...queries, ...queries].map((query) => {
    const start = performance.now()
    searchProducts(query, many)
    return performance.now() - start
  })
  const median = times.slice(queries.length).sort((a, b) => a - b)[queries.length >> 1]
  expect(median).toBeLessThan(2)
})

function renumbered(one: Product, i: number): Product {
  const shift = Math.floor(i / catalogue.length)
  const shiftDigits = (text: string) => text.replace(/\d/g, (digit) => String((Number(digit) + shift) % 10))
  return {
    ...one,
    id: String(i),
    modelNumber: shiftDigits(one.modelNumber),
    name: shiftDigits(one.name),
    aliases: one.aliases.map(shiftDigits),
  }
}

function product(modelNumber: string, name: string): Product {
  return {
    id: modelNumber,
    modelNumber,
    name,
    kind: 'camera',
    mount: 'L-Mount',
    aliases: [],
    qualifying: true,
    qualifyingFrom: '2026-01-01',
    qualifyingTo: null,
  }
}
