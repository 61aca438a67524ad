import 'server-only'
import { and, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { members } from '@/db/schema'

/**
 * Every word that was typed begins a word of the name, in either spelling: Müller is found as müller, mueller and muller. The
 * longest word, which the fewest names have, comes first and is looked up by the index; the others are compared with what that
 * finds (by `strpos`: for `like` Postgres would rather look up a common first name by its trigrams). What is typed later
 * (`Placeholder`) must be rare, and is computed once for the query: its plan is then the same for every name.
 */
export function isNamed([longest = '', ...others]: (string | Placeholder)[]) {
  const begins = sql`names.begins(${longest})`
  return and(
    sql`to_tsvector('simple', ${members.spellings}) @@ ${typeof longest === 'string' ? begins : once(begins)}`,
    ...others.map((word) => {
      const follows = (spelt: SQL) => sql`strpos(${members.spellings}, ${once(sql`' ' || ${spelt}`)}) > 0`
      return or(follows(sql`names.plain(${word})`), follows(sql`names.written_out(${word})`))
    }),
  )
}

/** The words of a name as it was typed, the longest first. */
export const longestFirst = (typed: string) =>
  typed
    .replaceAll('\\', '')
    .split(/[\s-]+/)
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length)

/** Reckoned once for the query and not for each row. */
const once = (reckoned: SQL) => sql`(select ${reckoned})`

/**
 * Four letters begin few names, and Postgres need not know which to look them up by the index. Of fewer it should know, since with very
 * many hits it is quicker to walk the newest members.
 */
export const isRare = ([longest = '']: string[]) => longest.length >= 4
