import 'server-only'
import { type SQL, sql } from 'drizzle-orm'

/** The aliases a query uses for the three tables. */
type Names = { product: string; registration: string; membership: string }
const TABLES: Names = { product: 'products', registration: 'registrations', membership: 'memberships' }

/**
 * Whether a registration, once verified, counts on a calendar day; `countsOn` of `counting.ts` in SQL. The query joins the three
 * tables and passes their aliases. It is a Postgres function, so that the desk uses the same one.
 */
export const countsSql = (day: string | SQL, names: Partial<Names> = {}) =>
  sql<boolean>`programme.counts(${datesSql(names)}, ${day}::date)`

/** The last day on which it counts, or null; `countsUntil` in SQL. */
export const countsUntilSql = (names: Partial<Names> = {}) =>
  sql<string | null>`programme.counts_until(${datesSql(names)})`

function datesSql(names: Partial<Names>): SQL {
  const { product, registration, membership } = { ...TABLES, ...names }
  return sql.raw(
    `${product}.qualifying_from, ${product}.qualifying_to, ${registration}.created_at, ${membership}.starts_on,
    ${membership}.expires_on, ${membership}.first_verified_on`,
  )
}
