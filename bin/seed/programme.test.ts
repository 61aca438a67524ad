import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  benefits,
  countries,
  products,
  reasons,
  services,
  statusRuleTiers,
  textBodies,
  texts,
} from '@/db/schema'
import { testDatabase } from '../../testing/database'
import { seedProgramme } from './programme'

const { db, as } = testDatabase()

test('seeding again, and twice at once, changes nothing', async () => {
  const all = () =>
    Promise.all(
      [countries, statusRuleTiers, benefits, services, reasons, texts, textBodies, products].map((table) =>
        db.select().from(table),
      ),
    )
  const before = await all()
  await Promise.all([seedProgramme(as.owner), seedProgramme(as.owner)])
  await seedProgramme(as.owner)
  expect(await all()).toEqual(before)
})

test('seeding does not overwrite what an admin has changed', async () => {
  const texts = { en: 'A line to the workshop', de: 'Ein Draht zur Werkstatt' }
  await as.owner.update(benefits).set({ texts }).where(eq(benefits.key, 'hotline'))
  await seedProgramme(as.owner)
  const [hotline] = await db
    .select({ texts: benefits.texts })
    .from(benefits)
    .where(eq(benefits.key, 'hotline'))
  expect(hotline?.texts).toEqual(texts)
})

test('every benefit, service and reason has both languages', async () => {
  for (const table of [benefits, services, reasons])
    for (const { texts } of await db.select({ texts: table.texts }).from(table))
      expect(Object.values(texts).map((text) => text.trim().length > 3)).toEqual([true, true])
})
