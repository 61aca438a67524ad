import 'server-only'
import { and, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { members } from '@/db/schema'

/**
 * Condition: every typed word starts a word of the name, in either spelling: Müller is found as müller, mueller and muller. The
 * longest word, which the fewest names have, comes first and uses the index; the others are checked on those rows (by `strpos`:
 * with `like` Postgres would use the trigram index for a common first name). A `Placeholder` must be rare, and is computed once
 * per query, so that the plan is the same for every name.
 */
export function isNamed([longest = '', ...others]: (string | Placeholder)[]) {
  const startsWith = sql`names.begins(${longest})`
  return and(
    sql`to_tsvector('simple', ${members.spellings}) @@ ${typeof longest === 'string' ? startsWith : once(startsWith)}`,
    ...others.map((word) => {
      const follows = (spelt: SQL) => sql`strpos(${members.spellings}, ${once(sql`' ' || ${spelt}`)}) > 0`
      return or(follows(sql`names.plain(${word})`), follows(sql`names.written_out(${word})`))
    }),
  )
}

/** Returns the words of a typed name, longest first. */
export const longestFirst = (typed: string) =>
  typed
    .replaceAll('\\', '')
    .split(/[\s-]+/)
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length)

/** Computed once per query instead of for each row. */
const once = (expression: SQL) => sql`(select ${expression})`

/**
 * Four letters match few names, so the index is right for any of them. For fewer letters Postgres should see the value, since
 * with very many hits scanning the newest members is faster.
 */
export const isRare = ([longest = '']: string[]) => longest.length >= 4
