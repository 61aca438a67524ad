import { expect, test } from 'vitest'
import { testDatabase } from '@/testing/database'
import { statusOfEquipment } from './equipment'

testDatabase()
const NOON = new Date('2026-11-23T11:00:00Z')

test('no equipment is Red and lacks all of Silver', async () => {
  expect(await statusOfEquipment([], NOON)).toMatchObject({
    status: 'red',
    next: { status: 'silver', products: 3, cameras: 1 },
    goal: { products: 3, cameras: 1 },
    items: [],
  })
})

test('any spelling counts, and the same item twice counts as two', async () => {
  const equipment = await statusOfEquipment(
    ['s5m2', '20-60', 'LUMIX S 50mm F1.8', 'dc-gh7', 'H-X09', 'h-x09'],
    NOON,
  )
  expect(equipment).toMatchObject({
    status: 'gold',
    counts: { products: 6, cameras: 2 },
    next: { status: 'platinum', products: 4, cameras: 0 },
  })
})

test('what does not count, is another maker’s or is ambiguous adds nothing, and is marked as such', async () => {
  const equipment = await statusOfEquipment(['GX80', 'Sigma 24-70 Art', '70-200', 'teapot'], NOON)
  expect(equipment.status).toBe('red')
  expect(equipment.counts).toEqual({ products: 0, cameras: 0 })
  expect(equipment.items).toMatchObject([
    { product: { modelNumber: 'DMC-GX80', qualifying: false } },
    { maker: 'Sigma' },
    { choices: [{ modelNumber: 'S-E70200' }, { modelNumber: 'S-R70200' }] },
    { choices: [] },
  ])
})

test('lenses alone lack a camera', async () => {
  expect(await statusOfEquipment(['S-S50', 'S-S85', 'S-S24', 'S-S18'], NOON)).toMatchObject({
    status: 'red',
    next: { status: 'silver', products: 1, cameras: 1 },
  })
})
