import 'server-only'
import { type Database, db } from '@/db/client'
import { catalogue } from '@/lib/catalogue/queries/products'
import { type Identified, identifyProduct } from '@/lib/catalogue/search'
import { statusRulesOn } from '@/lib/memberships/queries'
import { statusOfProducts } from '@/lib/memberships/rules'
import { berlinDate } from '@/lib/time'

/** An item as typed, and the identified product. */
export type EquipmentItem = { typed: string } & Identified

/**
 * Returns the status that equipment would give if all of it were verified today, by the rule in force, and what is missing for
 * the next one. Stores nothing. Public.
 */
export async function statusOfEquipment(typed: readonly string[], at: Date, on: Database = db) {
  const [rule, all] = [await statusRulesOn(berlinDate(at), on), await catalogue(at, on)]
  const items = typed.map((one): EquipmentItem => ({ typed: one, ...identifyProduct(one, undefined, all) }))
  const owned = items.flatMap((item) => ('product' in item ? item.product : []))
  const best = statusOfProducts(rule.tiers, owned)
  const goal = rule.tiers.find(({ status }) => status === best.next?.status)
  return { ...best, goal: goal ?? null, items, placeholder: rule.placeholder }
}
