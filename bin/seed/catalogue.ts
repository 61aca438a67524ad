import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { productSpellings, products } from '@/db/schema'
import { spellingKey } from '@/lib/catalogue/rules'

const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/)
  .transform((typed) => typed || null)
const Row = z.tuple([
  z.string().min(3),
  z.string().min(3),
  z.enum(['camera', 'lens']),
  z.string().min(1),
  z.string(),
  day,
  day,
  z.string().min(1),
])

/** Reads catalogue.csv. It is our own file, without quotes or commas inside a field, so lines are split at commas. */
async function readCatalogue(file = path.join(process.cwd(), 'bin/seed/catalogue.csv')) {
  const [, ...lines] = (await readFile(file, 'utf8')).trim().split('\n')
  return lines.map((line) => {
    const [modelNumber, name, kind, mount, aliases, qualifyingFrom, qualifyingTo, source] = Row.parse(
      line.split(','),
    )
    const named = { modelNumber, name, aliases: aliases ? aliases.split('|') : [] }
    return { ...named, kind, mount, qualifyingFrom, qualifyingTo, source }
  })
}

/**
 * Fills an empty catalogue. One that has products belongs to the admins: what they renamed or removed must not come back, so
 * further products are imported. Products from before spellings existed get theirs.
 */
export async function seedCatalogue(tx: Database) {
  const existing = await tx.select({ id: products.id }).from(products).limit(1)
  if (existing.length === 0) await tx.insert(products).values(await readCatalogue())
  const all = await tx.select().from(products)
  await tx
    .insert(productSpellings)
    .values(
      all.flatMap(({ id, modelNumber, name, aliases }) =>
        [modelNumber, name, ...aliases].map((text) => ({ key: spellingKey(text), productId: id })),
      ),
    )
    .onConflictDoNothing()
}
