import { offsetOf, takePage, WORK_ROWS } from '@/lib/paging'
import 'server-only'
import { asc, countDistinct, eq, getTableColumns, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Database, db } from '@/db/client'
import { memberships, products, registrations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { berlinDate } from '@/lib/time'
import type { CatalogueEntry } from '../changes'
import { qualifyingStateOn } from '../counting'
import type { CatalogueFilter } from '../input'
import { searchProducts } from '../search'
import { countsSql, countsUntilSql } from './counting'
import { catalogue } from './products'

/** Returns the products that match a filter, 25 per page: best match first when searching, otherwise by name. */
export async function listProducts(
  _admin: Admin,
  { q, kind, mount, state }: CatalogueFilter,
  page: number,
  at: Date,
  on: Database = db,
) {
  const all = await catalogue(at, on)
  const matches = (q ? searchProducts(q, all, all.length) : all)
    .map((product) => ({ ...product, state: qualifyingStateOn(product, berlinDate(at)) }))
    .filter(
      (one) =>
        (!kind || one.kind === kind) && (!mount || one.mount === mount) && (!state || one.state === state),
    )
  const { rows, more } = takePage(matches.slice(offsetOf(page, WORK_ROWS)), WORK_ROWS)
  return { products: rows, total: matches.length, more }
}

/** Returns all mounts, by name. */
export async function listMounts(_admin: Admin, on: Database = db): Promise<string[]> {
  const rows = await on.selectDistinct({ mount: products.mount }).from(products).orderBy(asc(products.mount))
  return rows.map(({ mount }) => mount)
}

/** Returns a product as an admin sees it, or null, also for a malformed id. */
export async function findEntry(
  _admin: Admin,
  id: string,
  on: Database = db,
): Promise<CatalogueEntry | null> {
  if (!z.uuid().safeParse(id).success) return null
  return (await readEntries(on)).find((entry) => entry.id === id) ?? null
}

/** Returns all products as an admin sees them, by model number. */
export function readEntries(on: Database): Promise<CatalogueEntry[]> {
  return on
    .select({
      ...getTableColumns(products),
      registered: sql<boolean>`exists (select from registrations r where r.product_id = products.id)`,
    })
    .from(products)
    .orderBy(asc(products.modelNumber))
}

/**
 * Returns how many members have the product verified, for how many of them it counts today, and the last day on which it counts
 * for any of them (null: no end is set).
 */
export async function countHolders(_admin: Admin, id: string, at: Date, on: Database = db) {
  const counts = countsSql(berlinDate(at))
  const [row] = await on
    .select({
      members: countDistinct(registrations.memberId),
      counting: sql<number>`count(distinct ${registrations.memberId}) filter (where ${counts})`.mapWith(
        Number,
      ),
      until: sql<string | null>`max(${countsUntilSql()}) filter (where ${counts})`,
    })
    .from(registrations)
    .innerJoin(products, eq(products.id, registrations.productId))
    .innerJoin(memberships, eq(memberships.memberId, registrations.memberId))
    .where(sql`${registrations.productId} = ${id} and ${registrations.state} = 'verified'`)
  return row ?? { members: 0, counting: 0, until: null }
}
