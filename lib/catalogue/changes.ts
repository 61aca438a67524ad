import type { RefusalReason } from '@/lib/errors'
import type { ProductFacts } from './input'
import { spellingKey } from './rules'

/** A product as an admin sees it. `registered`: there is a registration of it, in whatever state. */
export type CatalogueEntry = ProductFacts & { id: string; version: number; registered: boolean }

type Named = { modelNumber: string; name: string; aliases: readonly string[] }

/** Every spelling of a product with its key; the first of those that are the same. */
export function spellingsOf({ modelNumber, name, aliases }: Named) {
  const all = [modelNumber, name, ...aliases].map((text) => ({ text, key: spellingKey(text) }))
  return all.filter(({ key }, index) => all.findIndex((one) => one.key === key) === index)
}

/** The first spelling of a product that names one of the others too, and which. */
export function conflictingSpelling<P extends Named>(facts: Named, others: readonly P[]) {
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

/** Which fields differ, in their order. The order of the other names is none. */
export function differences(before: ProductFacts, after: ProductFacts): ProductField[] {
  const written = (value: ProductFacts[ProductField]) =>
    Array.isArray(value) ? JSON.stringify(value.toSorted()) : value
  return FIELDS.filter((field) => written(before[field]) !== written(after[field]))
}

/**
 * Why a product that members have registered may not be changed like this, and by which field; null when it may. Its kind is
 * settled, and what has begun to count ends by a last day from today on: nobody's product stops counting backwards.
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
