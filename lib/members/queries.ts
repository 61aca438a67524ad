import 'server-only'
import { and, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, invoicePages, invoices, members, memberships, registrations } from '@/db/schema'
import type { Admin } from '@/lib/auth/actor'
import { normaliseEmail } from '@/lib/auth/email'
import { berlinDate } from '@/lib/calendar'
import { parseMembershipNumber } from '@/lib/memberships/number'
import { statusOn } from '@/lib/memberships/queries'
import { serialKey } from '@/lib/registrations/rules'
import { isId } from '@/lib/reviews/input'

const PAGE = 50

/** How many names that are only similar are shown when nobody has exactly that name. */
const SIMILAR = 20

/**
 * Members, newest first, 50 at a time, after the one with the membership number `after`. `search` is a membership
 * number, an address or a serial number (exact), or the beginnings of names, with or without accents. When nobody has
 * such a name, those with similar ones, the nearest first, and `similar` says so.
 */
export async function listMembers(
  admin: Admin,
  search: string,
  after: string | null,
  at: Date,
  on: Database = db,
) {
  const day = berlinDate(at)
  const found = await membersFound(admin, search, await behind(after, on), day, on)
  if (found.length === 0 && !after && isName(search)) return listSimilar(admin, search, day, on)
  return { members: found.slice(0, PAGE), more: found.length > PAGE, similar: false }
}

/** The query itself, which a test lets Postgres explain. */
export const membersFound = (
  _admin: Admin,
  search: string,
  rest: SQL | undefined,
  day: string,
  on: Database = db,
) =>
  list(on, day)
    .where(and(matching(search, on), rest))
    .orderBy(desc(members.createdAt), desc(members.id))
    .limit(PAGE + 1)

async function listSimilar(_admin: Admin, search: string, day: string, on: Database) {
  const typed = sql`names.plain(${search})`
  const found = await on.transaction(async (tx) => {
    await tx.execute(sql`set local pg_trgm.word_similarity_threshold = 0.45`) // two letters swapped are similar
    return list(tx, day)
      .where(sql`${typed} operator(names.<%) ${members.spellings}`)
      .orderBy(sql`${typed} operator(names.<<->) ${members.spellings}`, members.id)
      .limit(SIMILAR)
  })
  return { members: found, more: false, similar: found.length > 0 }
}

const list = (on: Database, day: string) =>
  on
    .select({
      number: memberships.number,
      firstName: members.firstName,
      surname: members.surname,
      country: members.country,
      status: statusOn(day),
      expiresOn: memberships.expiresOn,
      endedOn: memberships.endedOn,
      suspendedAt: memberships.suspendedAt,
      startsOn: memberships.startsOn,
      joinedAt: members.createdAt,
    })
    .from(members)
    .innerJoin(memberships, eq(memberships.memberId, members.id))
    .innerJoin(accounts, eq(accounts.id, members.accountId))

function matching(search: string, on: Database) {
  const typed = search.trim()
  if (!typed) return undefined
  const number = parseMembershipNumber(typed)
  if (number) return eq(memberships.number, number)
  const email = normaliseEmail(typed)
  if (email) return eq(sql`lower(${accounts.email})`, email)
  return isName(typed) ? named(typed) : inArray(members.id, ownersOf(typed, on))
}

/** No name holds a digit, and hardly a serial number lacks one. */
const isName = (search: string) => /\p{L}/u.test(search) && !/[\d@]/.test(search)

const ownersOf = (typed: string, on: Database) =>
  on
    .select({ id: registrations.memberId })
    .from(registrations)
    .where(eq(registrations.serialKey, serialKey(typed)))

/**
 * Every word that was typed begins a word of the name, in either spelling: Müller is found as müller, mueller and muller. The
 * longest word, which the fewest names have, is looked up by the index; the others are compared with what that finds.
 */
function named(typed: string) {
  const words = typed
    .replace(/[\\%_]/g, '')
    .split(/[\s-]+/)
    .filter(Boolean)
  const [longest = '', ...others] = words.toSorted((a, b) => b.length - a.length)
  return and(
    sql`to_tsvector('simple', ${members.spellings}) @@ names.begins(${longest})`,
    ...others.map((word) => {
      const begins = (spelt: SQL) => sql`${members.spellings} like '% ' || ${spelt} || '%'`
      return or(begins(sql`names.plain(${word})`), begins(sql`names.written_out(${word})`))
    }),
  )
}

/** Rows after a member in the list's order; the number stands in the link, never the internal id. */
async function behind(after: string | null, on: Database) {
  const number = after && parseMembershipNumber(after)
  if (!number) return undefined
  const [last] = await on
    .select({ id: members.id, createdAt: members.createdAt })
    .from(members)
    .innerJoin(memberships, eq(memberships.memberId, members.id))
    .where(eq(memberships.number, number))
  if (!last) return undefined
  return or(
    lt(members.createdAt, last.createdAt),
    and(eq(members.createdAt, last.createdAt), lt(members.id, last.id)),
  )
}

/** The pages of an invoice of this member's, or null when they have no such invoice. The pages themselves are opened by /files. */
export async function pagesOf(_admin: Admin, typed: string, id: string, on: Database = db) {
  const number = parseMembershipNumber(typed)
  if (!number || !isId(id)) return null
  const [invoice] = await on
    .select({ id: invoices.id })
    .from(invoices)
    .innerJoin(memberships, eq(memberships.memberId, invoices.memberId))
    .where(and(eq(invoices.id, id), eq(memberships.number, number)))
  if (!invoice) return null
  const pages = await on
    .select({ page: invoicePages.page })
    .from(invoicePages)
    .where(eq(invoicePages.invoiceId, id))
    .orderBy(invoicePages.page)
  return pages.map(({ page }) => page)
}
