import 'server-only'
import { desc, type Placeholder, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { members } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { selectMembers } from './list'
import { isNamed } from './named'

type Search = ReturnType<typeof prepare>

/** Each database's prepared searches, by number of words and limit. */
const preparedSearches = new WeakMap<Database, Map<string, Search>>()

/**
 * Returns the newest `limit` members whose names start with the words (longest first, at least four letters). The most frequent
 * search of an admin: it is prepared once, and each connection keeps its plan, since both take longer than the search itself.
 */
export function listMembersNamed(_admin: Admin, words: string[], limit: number, day: string, on: Database) {
  const searches = preparedSearches.get(on) ?? new Map<string, Search>()
  preparedSearches.set(on, searches)
  const key = `${words.length} ${limit}`
  const search = searches.get(key) ?? prepare(on, words.length, limit)
  searches.set(key, search)
  return search.execute({ day, ...words })
}

function prepare(on: Database, words: number, limit: number) {
  const placeholders = Array.from({ length: words }, (_, i) => sql.placeholder(String(i)))
  // The limit is part of the text: with a parameter Postgres would plan each search again to use it. Its type allows only a placeholder here.
  const literalLimit = sql.raw(String(limit)) as unknown as Placeholder
  return selectMembers(on, sql.placeholder('day'))
    .where(isNamed(placeholders))
    .orderBy(desc(members.createdAt), desc(members.id))
    .limit(literalLimit)
    .prepare(`members by ${words} words, ${limit}`)
}
