import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { qualifiesOn } from '@/lib/catalogue/counting'
import type { ProductFacts } from '@/lib/catalogue/input'
import type { Product } from '@/lib/catalogue/rules'
import { addDays, addMonths } from '@/lib/time'

/** The seeded catalogue on a day, without a database; the model number is the id. */
export function seededCatalogue(day = '2026-11-23'): Product[] {
  const [, ...rows] = readFileSync(join(import.meta.dirname, '../bin/seed/catalogue.csv'), 'utf8')
    .trim()
    .split('\n')
  return rows.map((row) => {
    const [modelNumber = '', name = '', kind, mount = '', aliases = '', from, to] = row.split(',')
    const dates = { qualifyingFrom: from || null, qualifyingTo: to || null }
    return {
      id: modelNumber,
      modelNumber,
      name,
      kind: kind === 'lens' ? 'lens' : 'camera',
      mount,
      aliases: aliases.split('|').filter(Boolean),
      ...dates,
      qualifying: qualifiesOn(dates, day),
    }
  })
}

/** Few distinct days, so that they often coincide. */
export const aDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-06-01', days * 20 - 400))

/** A model's first and last day, including missing ones. */
export const aModel = fc
  .record({ from: fc.option(aDay), to: fc.option(aDay) })
  .map(({ from, to }) => ({ qualifyingFrom: from, qualifyingTo: from && to && to >= from ? to : null }))

/** A member's registration, in the first term or a later one. */
export const aHolding = fc
  .record({ registeredOn: aDay, startsOn: aDay, first: fc.constantFrom('none', 'same', 'before') })
  .map(({ registeredOn, startsOn, first }) => ({
    registeredOn,
    startsOn,
    expiresOn: addDays(addMonths(startsOn, 12), -1),
    firstVerifiedOn: first === 'none' ? null : first === 'same' ? startsOn : addMonths(startsOn, -12),
  }))

let productCount = 0

/** Form input for a product that is unique in this run. */
export const someFacts = (over: Partial<ProductFacts> = {}): ProductFacts => {
  const mark = `${randomBytes(3).toString('hex')}${++productCount}`
  return {
    modelNumber: `DC-Q${mark}`,
    name: `LUMIX Q${mark}`,
    kind: 'camera',
    mount: 'L-Mount',
    aliases: [],
    qualifyingFrom: '2026-01-01',
    qualifyingTo: null,
    source: 'verified',
    ...over,
  }
}
