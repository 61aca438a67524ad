import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { benefits, services } from '@/db/schema'
import { testDatabase } from '@/testing/database'
import { rangeOfServices, servicesFor, statusOfEquipment } from './equipment'

const { db, as } = testDatabase()
const TODAY = '2026-11-23'
const NOON = new Date('2026-11-23T11:00:00Z')

test('the range grows with the status, and Red has none', async () => {
  const range = await rangeOfServices(null, TODAY, 'en')
  expect(Object.values(range).map((lines) => lines.length)).toEqual([0, 3, 5, 6, 7])
  expect(range.gold).toEqual(await servicesFor('gold', 'DE', TODAY, 'en'))
  expect((await rangeOfServices('DE', TODAY, 'de')).silver).toContain('Reparatur in 5 Werktagen')
})

test('a country’s own line replaces the general one, only there', async () => {
  const [repair] = await db.select({ id: benefits.id }).from(benefits).where(eq(benefits.key, 'repair'))
  await as.owner.insert(services).values({
    benefitId: String(repair?.id),
    status: 'gold',
    country: 'PL',
    texts: { en: 'Repair in 4 working days', de: 'Reparatur in 4 Werktagen' },
    effectiveFrom: '2026-02-01',
  })
  const gold = async (country: string | null, day = TODAY) => (await rangeOfServices(country, day, 'en')).gold
  expect(await gold('PL')).toContain('Repair in 4 working days')
  expect(await gold('PL')).not.toContain('Repair in 3 working days')
  expect(await gold('PL', '2026-01-31')).toContain('Repair in 3 working days')
  expect(await gold('DE')).toContain('Repair in 3 working days')
  expect(await gold(null)).toContain('Repair in 3 working days')
})

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
