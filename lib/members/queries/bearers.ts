import 'server-only'
import { desc, type Placeholder, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { members } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { selectMembers } from './list'
import { isNamed } from './named'

type Search = ReturnType<typeof prepare>

/** Each database's searches, by how many words and how many members are wanted. */
const known = new WeakMap<Database, Map<string, Search>>()

/**
 * The newest `limit` members whose names the words (the longest first, four letters at least) begin. What an admin does most often:
 * its text is put together once, and each connection keeps its plan, since both take longer than finding somebody.
 */
export function listMembersNamed(_admin: Admin, words: string[], limit: number, day: string, on: Database) {
  const searches = known.get(on) ?? new Map<string, Search>()
  known.set(on, searches)
  const key = `${words.length} ${limit}`
  const search = searches.get(key) ?? prepare(on, words.length, limit)
  searches.set(key, search)
  return search.execute({ day, ...words })
}

function prepare(on: Database, words: number, limit: number) {
  const places = Array.from({ length: words }, (_, i) => sql.placeholder(String(i)))
  // The limit stands in the text: one that is handed over makes Postgres plan each search again. The types of a prepared query allow only a placeholder here.
  const written = sql.raw(String(limit)) as unknown as Placeholder
  return selectMembers(on, sql.placeholder('day'))
    .where(isNamed(places))
    .orderBy(desc(members.createdAt), desc(members.id))
    .limit(written)
    .prepare(`members by ${words} words, ${limit}`)
}
