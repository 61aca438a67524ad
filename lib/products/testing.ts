import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Product } from './rules'

/** The seeded catalogue without a database; the model number is the id. For tests. */
export function seededCatalogue(): Product[] {
  const [, ...rows] = readFileSync(join(import.meta.dirname, '../../db/seed/catalogue.csv'), 'utf8')
    .trim()
    .split('\n')
  return rows.map((row) => {
    const [modelNumber = '', name = '', kind, mount = '', aliases = '', qualifying] = row.split(',')
    return {
      id: modelNumber,
      modelNumber,
      name,
      kind: kind === 'lens' ? 'lens' : 'camera',
      mount,
      aliases: aliases.split('|').filter(Boolean),
      qualifying: qualifying === 'yes',
    }
  })
}
