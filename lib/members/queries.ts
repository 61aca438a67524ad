import 'server-only'
import { and, desc, eq, like, lt, or, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, members, memberships } from '@/db/schema'
import type { Admin } from '@/lib/auth/actor'
import { normaliseEmail } from '@/lib/auth/email'
import { parseMembershipNumber } from '@/lib/memberships/number'

const PAGE = 50

/**
 * Members, newest first, 50 at a time, after the one with the membership number `after`. `search` is a membership
 * number or an address (exact), or the beginning of a surname.
 */
export async function listMembers(_admin: Admin, search: string, after: string | null, on: Database = db) {
  const found = await on
    .select({
      number: memberships.number,
      firstName: members.firstName,
      surname: members.surname,
      country: members.country,
      status: memberships.status,
      expiresOn: memberships.expiresOn,
      endedOn: memberships.endedOn,
      suspendedAt: memberships.suspendedAt,
      startsOn: memberships.startsOn,
      joinedAt: members.createdAt,
    })
    .from(members)
    .innerJoin(memberships, eq(memberships.memberId, members.id))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(matching(search), await behind(after, on)))
    .orderBy(desc(members.createdAt), desc(members.id))
    .limit(PAGE + 1)
  return { members: found.slice(0, PAGE), more: found.length > PAGE }
}

function matching(search: string) {
  const typed = search.trim()
  if (!typed) return undefined
  const number = parseMembershipNumber(typed)
  if (number) return eq(memberships.number, number)
  const email = normaliseEmail(typed)
  if (email) return eq(sql`lower(${accounts.email})`, email)
  return like(sql`lower(${members.surname})`, `${typed.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`)
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
