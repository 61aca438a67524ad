import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/db/seed/programme'
import { testDatabase } from '@/db/testing'
import { catalogue, findProduct, identifyProduct } from './queries'

const { as } = testDatabase()
beforeAll(() => seedProgramme(as.owner))

const modelOf = async (typed: string, chosen?: string) => {
  const found = await identifyProduct(typed, chosen)
  return 'product' in found ? found.product.modelNumber : found
}

describe('the catalogue', () => {
  test('is read once and shared, so that its search index is too', async () => {
    const [one, two] = await Promise.all([catalogue(), catalogue()])
    expect(one).toBe(two)
    expect(one.length).toBeGreaterThan(80)
  })

  test('finds a product by its id, and nobody by what is no id', async () => {
    const [first] = await catalogue()
    expect(await findProduct(String(first?.id))).toEqual(first)
    for (const no of ['x', '', '00000000-0000-4000-8000-000000000000'])
      expect(await findProduct(no)).toBeNull()
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

  test('that fits several gives them to choose from', async () => {
    const found = await identifyProduct('45')
    expect('choices' in found && found.choices.length).toBeGreaterThan(1)
  })

  test('that fits nothing gives none', async () => {
    expect(await identifyProduct('zzzzzzzzzz')).toEqual({ choices: [] })
    expect(await identifyProduct('   ')).toEqual({ choices: [] })
  })

  test('of another maker is theirs', async () => {
    expect(await identifyProduct('Sigma 24-70mm F2.8')).toEqual({ maker: 'Sigma' })
  })

  test('is what was chosen, as long as the choice fits the text', async () => {
    const found = await identifyProduct('45')
    const chosen = 'choices' in found ? found.choices.at(-1) : undefined
    expect(await modelOf('45', chosen?.id)).toBe(chosen?.modelNumber)
    expect(await modelOf('S9', chosen?.id)).toBe('DC-S9')
  })
})
