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
import { listMembersNamed } from './bearers'
import { selectMembers } from './list'
import { isNamed, isRare, longestFirst } from './named'
import { filterConditions } from './narrowed'

/** How many names that are only similar are shown when nobody has exactly that name. */
const SIMILAR = 20

type Asked = Partial<MembersFilter>

/**
 * Members, 50 at a time, after the one with the membership number `after`: newest first, or when asked for those who expire,
 * the soonest first. `q` is a membership number, an address or a serial number (exact), or the beginnings of names, with
 * or without accents. When nobody has such a name, those with similar ones, the nearest first, and `similar` says so.
 */
export async function listMembers(admin: Admin, asked: Asked, at: Date, on: Database = db) {
  const words = longestFirst(asked.q ?? '')
  const found =
    isSimple(asked) && isRare(words)
      ? await listMembersNamed(admin, words, LOOKUP_ROWS + 1, berlinDate(at), on)
      : await readMembers(admin, asked, LOOKUP_ROWS + 1, at, on)
  if (found.length === 0 && isSimple(asked)) return listSimilar(admin, asked.q ?? '', berlinDate(at), on)
  const { rows, more } = takePage(found, LOOKUP_ROWS)
  return { members: rows, more, similar: false }
}

/** At most `limit` of them. */
export async function readMembers(admin: Admin, asked: Asked, limit: number, at: Date, on: Database = db) {
  return membersFound(admin, asked, await behind(asked, on), limit, at, on)
}

/** The query itself, which a test lets Postgres explain. */
export const membersFound = (
  _admin: Admin,
  asked: Asked,
  rest: SQL | undefined,
  limit: number,
  at: Date,
  on: Database = db,
) =>
  selectMembers(on, berlinDate(at))
    .where(and(matching(asked.q ?? '', on), ...filterConditions(asked, berlinDate(at)), rest))
    .orderBy(
      ...(byExpiry(asked)
        ? [asc(memberships.expiresOn), asc(members.id)]
        : [desc(members.createdAt), desc(members.id)]),
    )
    .limit(limit)

/** Similar names are offered to whoever searched for a name and nothing else. */
const isSimple = ({ q = '', ...others }: Asked) => isName(q) && Object.values(others).every((one) => !one)

const byExpiry = ({ expiresFrom, expiresTo }: Asked) => Boolean(expiresFrom || expiresTo)

async function listSimilar(_admin: Admin, search: string, day: string, on: Database) {
  const typed = sql`names.plain(${search})`
  const found = await on.transaction(async (tx) => {
    await tx.execute(sql`set local pg_trgm.word_similarity_threshold = 0.45`) // two letters swapped are similar
    return selectMembers(tx, day)
      .where(sql`${typed} operator(names.<%) ${members.spellings}`)
      .orderBy(sql`${typed} operator(names.<<->) ${members.spellings}`, members.id)
      .limit(SIMILAR)
  })
  return { members: found, more: false, similar: found.length > 0 }
}

function matching(search: string, on: Database) {
  const typed = search.trim()
  if (!typed) return undefined
  if (isName(typed)) return isNamed(longestFirst(typed))
  const number = parseMembershipNumber(typed)
  if (number) return eq(memberships.number, number)
  const email = normaliseEmail(typed)
  if (email) return inArray(members.accountId, accountsOf(email, on))
  return inArray(members.id, ownersOf(typed, on))
}

/** No name holds a digit or begins with LP. What lacks both is one, also where its letters would do for a number without. */
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

/** Rows after a member in the list's order; the number stands in the link, never the internal id. */
async function behind(asked: Asked, on: Database) {
  const number = asked.after && parseMembershipNumber(asked.after)
  if (!number) return undefined
  const [last] = await on
    .select({ id: members.id, createdAt: members.createdAt, expiresOn: memberships.expiresOn })
    .from(members)
    .innerJoin(memberships, eq(memberships.memberId, members.id))
    .where(eq(memberships.number, number))
  if (!last) return undefined
  return byExpiry(asked)
    ? or(
        gt(memberships.expiresOn, last.expiresOn),
        and(eq(memberships.expiresOn, last.expiresOn), gt(members.id, last.id)),
      )
    : or(
        lt(members.createdAt, last.createdAt),
        and(eq(members.createdAt, last.createdAt), lt(members.id, last.id)),
      )
}

/** The countries that members may live in, or may have. */
export async function memberCountries(_admin: Admin, on: Database = db) {
  const found = await on.select({ code: countries.code }).from(countries)
  return found.map(({ code }) => code)
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
