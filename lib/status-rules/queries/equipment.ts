import type { Language, Status } from '@/lib/lists'
import 'server-only'
import { sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { catalogue } from '@/lib/catalogue/queries/products'
import { type Identified, identifyProduct } from '@/lib/catalogue/search'
import { ruleVersionOn } from '@/lib/memberships/queries'
import { statusOfProducts } from '@/lib/memberships/rules'
import { berlinDate } from '@/lib/time'

/**
 * Returns the lines of a status's range of services in a country on a calendar day, in the order of the benefits. A country's own
 * line takes precedence over the general one. Red has none.
 */
export async function servicesFor(
  status: string,
  country: string,
  day: string,
  language: Language,
  on: Database = db,
): Promise<string[]> {
  const rows = await readServices(on, country, day, language)
  return rows.flatMap((row) => (row.status === status ? row.text : []))
}

/** The same for every status at once. Without a country: what applies wherever a country has no line of its own. Public. */
export async function rangeOfServices(
  country: string | null,
  day: string,
  language: Language,
  on: Database = db,
): Promise<Record<Status, string[]>> {
  const rows = await readServices(on, country, day, language)
  const linesOf = (status: Status) => rows.flatMap((row) => (row.status === status ? row.text : []))
  return {
    red: linesOf('red'),
    silver: linesOf('silver'),
    gold: linesOf('gold'),
    platinum: linesOf('platinum'),
    black: linesOf('black'),
  }
}

/** An item as typed, and the identified product. */
export type EquipmentItem = { typed: string } & Identified

/**
 * Returns the status that equipment would give if all of it were verified today, by the rule in force, and what is missing for
 * the next one. Stores nothing. Public.
 */
export async function statusOfEquipment(typed: readonly string[], at: Date, on: Database = db) {
  const [rule, all] = [await ruleVersionOn(berlinDate(at), on), await catalogue(at, on)]
  const items = typed.map((one): EquipmentItem => ({ typed: one, ...identifyProduct(one, undefined, all) }))
  const owned = items.flatMap((item) => ('product' in item ? item.product : []))
  const best = statusOfProducts(rule.tiers, owned)
  const goal = rule.tiers.find(({ status }) => status === best.next?.status)
  return { ...best, goal: goal ?? null, items, placeholder: rule.placeholder }
}

/** `programme.services_on`, which the desk uses too. */
async function readServices(on: Database, country: string | null, day: string, language: Language) {
  const { rows } = await on.execute<{ status: Status; text: string }>(sql`
    select status, line as text from programme.services_on(${country}, ${day}, ${language})
    order by status, position, key`)
  return rows
}
