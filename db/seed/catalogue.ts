import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { products } from '@/db/schema'

const Row = z.tuple([
  z.string().min(3),
  z.string().min(3),
  z.enum(['camera', 'lens']),
  z.string().min(1),
  z.string(),
  z.enum(['yes', 'no']),
  z.string().min(1),
])

/** The catalogue of catalogue.csv: our own file, without quotes or commas inside a field, so a line splits at its commas. */
export async function readCatalogue(file = path.join(process.cwd(), 'db/seed/catalogue.csv')) {
  const [, ...lines] = (await readFile(file, 'utf8')).trim().split('\n')
  return lines.map((line) => {
    const [modelNumber, name, kind, mount, aliases, qualifying, source] = Row.parse(line.split(','))
    return {
      modelNumber,
      name,
      kind,
      mount,
      aliases: aliases ? aliases.split('|') : [],
      qualifying: qualifying === 'yes',
      source,
    }
  })
}

/** Adds the products that are not there yet. */
export async function seedCatalogue(tx: Database) {
  await tx
    .insert(products)
    .values(await readCatalogue())
    .onConflictDoNothing()
}
