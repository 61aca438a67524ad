import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { benefits, services } from '@/db/schema'
import { testDatabase } from '@/testing/database'
import { rangeOfServices, servicesFor } from './queries'

const { db, as } = testDatabase()
const TODAY = '2026-11-23'

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
