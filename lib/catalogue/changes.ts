import type { RefusalReason } from '@/lib/errors'
import type { ProductFacts } from './input'
import { spellingKey } from './rules'

/** A product as an admin sees it. `registered`: there is a registration of it, in any state. */
export type CatalogueEntry = ProductFacts & { id: string; version: number; registered: boolean }

type ProductNames = { modelNumber: string; name: string; aliases: readonly string[] }

/** Returns every spelling of a product with its key; of equal keys only the first. */
export function spellingsOf({ modelNumber, name, aliases }: ProductNames) {
  const all = [modelNumber, name, ...aliases].map((text) => ({ text, key: spellingKey(text) }))
  return all.filter(({ key }, index) => all.findIndex((one) => one.key === key) === index)
}

/** Returns the first spelling of a product that also names one of the others, with that other, or null. */
export function conflictingSpelling<P extends ProductNames>(facts: ProductNames, others: readonly P[]) {
  const taken = new Map(others.flatMap((other) => spellingsOf(other).map(({ key }) => [key, other] as const)))
  for (const { key, text } of spellingsOf(facts)) {
    const other = taken.get(key)
    if (other) return { text, other }
  }
  return null
}

const FIELDS = [
  'modelNumber',
  'name',
  'kind',
  'mount',
  'aliases',
  'qualifyingFrom',
  'qualifyingTo',
  'source',
] as const
export type ProductField = (typeof FIELDS)[number]

/** Returns the fields that differ, in order. The order of aliases does not count. */
export function differences(before: ProductFacts, after: ProductFacts): ProductField[] {
  const comparable = (value: ProductFacts[ProductField]) =>
    Array.isArray(value) ? JSON.stringify(value.toSorted()) : value
  return FIELDS.filter((field) => comparable(before[field]) !== comparable(after[field]))
}

/**
 * Returns why a product that members have registered may not be changed like this, and the field; null when it may. Its kind is
 * fixed, and once it counts it can only end today or later: nobody's product stops counting retroactively.
 */
export function refusedChange(
  before: CatalogueEntry,
  after: ProductFacts,
  today: string,
): { reason: RefusalReason; field: ProductField } | null {
  if (!before.registered) return null
  if (before.kind !== after.kind) return { reason: 'productKindSettled', field: 'kind' }
  const { qualifyingFrom: began } = before
  if (began === null || began > today) return null
  if (after.qualifyingFrom === null || after.qualifyingFrom > today)
    return { reason: 'productBegan', field: 'qualifyingFrom' }
  const to = after.qualifyingTo
  if (to !== null && to !== before.qualifyingTo && to < today)
    return { reason: 'productEndsInPast', field: 'qualifyingTo' }
  return null
}
