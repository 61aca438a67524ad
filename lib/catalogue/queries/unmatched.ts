import 'server-only'
import { asc, count, desc, eq, isNull, max, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { unmatchedModels, unmatchedTypings } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { readPage, WORK_ROWS } from '@/lib/paging'
import type { Product } from '../rules'
import { searchProducts } from '../search'
import { catalogue } from './products'

const SUGGESTIONS = 3

const mostCommon = sql<string>`mode() within group (order by ${unmatchedTypings.spelling})`

export type Unmatched = { key: string; spelling: string; members: number; last: Date; suggestions: Product[] }

/** Returns the unmatched texts by how many members typed them, 25 per page, each with the products it may mean. */
export async function listUnmatched(_admin: Admin, page: number, at: Date, on: Database = db) {
  const query = on
    .select({
      key: unmatchedTypings.key,
      spelling: mostCommon,
      members: count(),
      last: sql<Date>`${max(unmatchedTypings.at)}`.mapWith(unmatchedTypings.at),
    })
    .from(unmatchedTypings)
    .innerJoin(unmatchedModels, eq(unmatchedModels.key, unmatchedTypings.key))
    .where(isNull(unmatchedModels.dismissedAt))
    .groupBy(unmatchedTypings.key)
    .orderBy(desc(count()), desc(max(unmatchedTypings.at)), asc(unmatchedTypings.key))
  const { rows, more } = await readPage(query, page, WORK_ROWS)
  const all = await catalogue(at, on)
  const items = rows.map(
    (one): Unmatched => ({ ...one, suggestions: searchProducts(one.spelling, all, SUGGESTIONS) }),
  )
  return { items, more }
}

/** Returns how many different texts there are to look at. */
export async function countUnmatched(_admin: Admin, on: Database = db): Promise<number> {
  const [row] = await on
    .select({ texts: sql<number>`count(distinct ${unmatchedTypings.key})`.mapWith(Number) })
    .from(unmatchedTypings)
  return row?.texts ?? 0
}

/** Returns the spelling most members used, or null when nobody typed it or a colleague has handled it. */
export async function spellingOf(key: string, on: Database = db): Promise<string | null> {
  const [row] = await on
    .select({ spelling: mostCommon })
    .from(unmatchedTypings)
    .where(eq(unmatchedTypings.key, key))
    .groupBy(unmatchedTypings.key)
  return row?.spelling ?? null
}
