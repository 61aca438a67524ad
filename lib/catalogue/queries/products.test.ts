import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { products } from '@/db/schema'
import { testDatabase } from '@/testing/database'
import { identifyProduct } from '../search'
import { catalogue, findProduct } from './products'

const at = new Date('2026-11-23T10:00:00Z')

const { db, as } = testDatabase()
beforeAll(() => seedProgramme(as.owner))

const NEW = {
  modelNumber: 'DC-X100',
  name: 'LUMIX X100',
  kind: 'camera',
  mount: 'L-Mount',
  source: 'x',
} as const

const modelOf = async (typed: string, chosen?: string) => {
  const found = identifyProduct(typed, chosen, await catalogue(at))
  return 'product' in found ? found.product.modelNumber : found
}

describe('the catalogue', () => {
  test('is read once and shared, so that its search index is too', async () => {
    const [one, two] = await Promise.all([catalogue(at), catalogue(at)])
    expect(one).toBe(two)
    expect(one.length).toBeGreaterThan(80)
  })

  test('is read again as soon as somebody has changed it, and on another day', async () => {
    const before = await catalogue(at)
    await db.insert(products).values({ ...NEW, qualifyingFrom: '2026-11-24' })
    const after = await catalogue(at)
    expect(after.find(({ modelNumber }) => modelNumber === NEW.modelNumber)).toMatchObject({
      qualifying: false,
    })
    expect(after).toHaveLength(before.length + 1)
    const tomorrow = await catalogue(new Date('2026-11-24T10:00:00Z'))
    expect(tomorrow.find(({ modelNumber }) => modelNumber === NEW.modelNumber)).toMatchObject({
      qualifying: true,
    })
    await db.delete(products).where(eq(products.modelNumber, NEW.modelNumber))
    expect(await catalogue(at)).toHaveLength(before.length)
  })

  test('finds a product by its id, and nothing by a malformed id', async () => {
    const [first] = await catalogue(at)
    expect(await findProduct(String(first?.id), at)).toEqual(first)
    for (const id of ['x', '', '00000000-0000-4000-8000-000000000000'])
      expect(await findProduct(id, at)).toBeNull()
  })
})

describe('a model as it was typed', () => {
  test.each([
    ['S5 II', 'DC-S5M2'],
    ['s5m2', 'DC-S5M2'],
    ['dc-s5m2', 'DC-S5M2'],
    ['Panasonic LUMIX S5 Mark II', 'DC-S5M2'],
    ['DC-S5M2XE', 'DC-S5M2X'],
    ['S5', 'DC-S5'],
    ['20-60', 'S-R2060'],
    ['GH4', 'DMC-GH4'],
  ])('%s is the %s', async (typed, model) => expect(await modelOf(typed)).toBe(model))

  test('that matches several returns them as choices', async () => {
    const found = identifyProduct('45', undefined, await catalogue(at))
    expect('choices' in found && found.choices.length).toBeGreaterThan(1)
  })

  test('that matches nothing returns no choices', async () => {
    expect(identifyProduct('zzzzzzzzzz', undefined, await catalogue(at))).toEqual({ choices: [] })
    expect(identifyProduct('   ', undefined, await catalogue(at))).toEqual({ choices: [] })
  })

  test('of another maker names that maker', async () => {
    expect(identifyProduct('Sigma 24-70mm F2.8', undefined, await catalogue(at))).toEqual({ maker: 'Sigma' })
  })

  test('is the chosen product, as long as the choice matches the text', async () => {
    const found = identifyProduct('45', undefined, await catalogue(at))
    const chosen = 'choices' in found ? found.choices.at(-1) : undefined
    expect(await modelOf('45', chosen?.id)).toBe(chosen?.modelNumber)
    expect(await modelOf('S9', chosen?.id)).toBe('DC-S9')
  })
})
