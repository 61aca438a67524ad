import { LOOKUP_ROWS, takePage } from '@/lib/paging'
import 'server-only'
import { and, asc, desc, eq, gt, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, countries, invoicePages, invoices, members, memberships, registrations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { normaliseEmail } from '@/lib/email'
import { parseMembershipNumber } from '@/lib/memberships/number'
import { serialKey } from '@/lib/registrations/rules'
import { isId } from '@/lib/reviews/input'
import { berlinDate } from '@/lib/time'
import type { MembersFilter } from '../input'
import { filterConditions } from './filter'
import { selectMembers } from './list'
import { isNamed, isRare, longestFirst } from './named'
import { listMembersNamed } from './search-by-name'

/** How many similar names are shown when nobody has exactly that name. */
const SIMILAR = 20

type Filter = Partial<MembersFilter>

/**
 * Returns members, 50 at a time, after the one with the membership number `after`: newest first, or soonest first when filtered
 * by expiry. `q` is a membership number, an address or a serial number (exact), or starts of names, with or without accents. When
 * nobody has such a name, returns those with similar ones, closest first, and sets `similar`.
 */
export async function listMembers(admin: Admin, filter: Filter, at: Date, on: Database = db) {
  const words = longestFirst(filter.q ?? '')
  const matching =
    isSimple(filter) && isRare(words)
      ? await listMembersNamed(admin, words, LOOKUP_ROWS + 1, berlinDate(at), on)
      : await readMembers(admin, filter, LOOKUP_ROWS + 1, at, on)
  if (matching.length === 0 && isSimple(filter)) return listSimilar(admin, filter.q ?? '', berlinDate(at), on)
  const { rows, more } = takePage(matching, LOOKUP_ROWS)
  return { members: rows, more, similar: false }
}

/** Returns at most `limit` of them. */
export async function readMembers(admin: Admin, filter: Filter, limit: number, at: Date, on: Database = db) {
  return membersQuery(admin, filter, await afterMember(filter, on), limit, at, on)
}

/** The query itself, which a test explains. */
export const membersQuery = (
  _admin: Admin,
  filter: Filter,
  rest: SQL | undefined,
  limit: number,
  at: Date,
  on: Database = db,
) =>
  selectMembers(on, berlinDate(at))
    .where(and(matchesSearch(filter.q ?? '', on), ...filterConditions(filter, berlinDate(at)), rest))
    .orderBy(
      ...(byExpiry(filter)
        ? [asc(memberships.expiresOn), asc(members.id)]
        : [desc(members.createdAt), desc(members.id)]),
    )
    .limit(limit)

/** Similar names are only offered for a search by name alone. */
const isSimple = ({ q = '', ...others }: Filter) => isName(q) && Object.values(others).every((one) => !one)

const byExpiry = ({ expiresFrom, expiresTo }: Filter) => Boolean(expiresFrom || expiresTo)

async function listSimilar(_admin: Admin, search: string, day: string, on: Database) {
  const typed = sql`names.plain(${search})`
  const matching = await on.transaction(async (tx) => {
    await tx.execute(sql`set local pg_trgm.word_similarity_threshold = 0.45`) // two letters swapped are similar
    return selectMembers(tx, day)
      .where(sql`${typed} operator(names.<%) ${members.spellings}`)
      .orderBy(sql`${typed} operator(names.<<->) ${members.spellings}`, members.id)
      .limit(SIMILAR)
  })
  return { members: matching, more: false, similar: matching.length > 0 }
}

function matchesSearch(search: string, on: Database) {
  const typed = search.trim()
  if (!typed) return undefined
  if (isName(typed)) return isNamed(longestFirst(typed))
  const number = parseMembershipNumber(typed)
  if (number) return eq(memberships.number, number)
  const email = normaliseEmail(typed)
  if (email) return inArray(members.accountId, accountsOf(email, on))
  return inArray(members.id, ownersOf(typed, on))
}

/** No name contains a digit or starts with LP. A text with neither is a name, even if its letters could form a number. */
const isName = (search: string) => /\p{L}/u.test(search) && !/[\d@]|^lp/i.test(search.trim())

const accountsOf = (email: string, on: Database) =>
  on
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(sql`lower(${accounts.email})`, email))

const ownersOf = (typed: string, on: Database) =>
  on
    .select({ id: registrations.memberId })
    .from(registrations)
    .where(eq(registrations.serialKey, serialKey(typed)))

/** Rows after a member in the list's order; the link contains the number, never the internal id. */
async function afterMember(filter: Filter, on: Database) {
  const number = filter.after && parseMembershipNumber(filter.after)
  if (!number) return undefined
  const [last] = await on
    .select({ id: members.id, createdAt: members.createdAt, expiresOn: memberships.expiresOn })
    .from(members)
    .innerJoin(memberships, eq(memberships.memberId, members.id))
    .where(eq(memberships.number, number))
  if (!last) return undefined
  return byExpiry(filter)
    ? or(
        gt(memberships.expiresOn, last.expiresOn),
        and(eq(memberships.expiresOn, last.expiresOn), gt(members.id, last.id)),
      )
    : or(
        lt(members.createdAt, last.createdAt),
        and(eq(members.createdAt, last.createdAt), lt(members.id, last.id)),
      )
}

/** Returns the countries of members, past and present. */
export async function listMemberCountries(_admin: Admin, on: Database = db) {
  const matching = await on.select({ code: countries.code }).from(countries)
  return matching.map(({ code }) => code)
}

/** Returns the page numbers of this member's invoice, or null when they have no such invoice. The images are served by /files. */
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
