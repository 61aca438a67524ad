import 'server-only'
import { type SQL, sql } from 'drizzle-orm'

/** How a query calls the three tables that decide. */
type Names = { product: string; registration: string; membership: string }
const TABLES: Names = { product: 'products', registration: 'registrations', membership: 'memberships' }

/**
 * Whether a registration, once verified, counts on a calendar day; `countsOn` of `counting.ts` in SQL. The query joins the three
 * tables and says how it calls them.
 */
export function countsSql(day: string | SQL, names: Partial<Names> = {}): SQL<boolean> {
  const product = sql.raw(names.product ?? TABLES.product)
  return sql<boolean>`coalesce(${product}.qualifying_from <= ${day}::date
    and ${day}::date <= coalesce(${countsUntilSql(names)}, 'infinity'), false)`
}

/** The last day on which it counts, or null; `countsUntil` in SQL. */
export function countsUntilSql(names: Partial<Names> = {}): SQL<string | null> {
  const [product, registration, membership] = [
    sql.raw(names.product ?? TABLES.product),
    sql.raw(names.registration ?? TABLES.registration),
    sql.raw(names.membership ?? TABLES.membership),
  ]
  return sql<string | null>`case
    when (${registration}.created_at at time zone 'Europe/Berlin')::date <= ${product}.qualifying_to
      and (${membership}.starts_on <= ${product}.qualifying_to
        or ${membership}.starts_on = ${membership}.first_verified_on)
    then greatest(${product}.qualifying_to, ${membership}.expires_on)
    else ${product}.qualifying_to end`
}
