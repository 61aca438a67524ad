import 'server-only'
import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { centres, logEntries } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { MEMBER_ROWS, readPage } from '@/lib/paging'

const READ_BY_ADMIN = and(
  eq(logEntries.actorRole, 'admin'),
  inArray(logEntries.action, ['member.read', 'invoice.read']),
)

/** Who looked at a member's card or, as an administrator, at their record and invoices: from where, when and why. Newest first, 20 a page, from page 1. */
export async function checksOf(member: Member, page = 1, on: Database = db) {
  const query = on
    .select({
      id: logEntries.id,
      at: logEntries.at,
      centre: centres.name,
      city: centres.city,
      country: logEntries.country,
      purpose: logEntries.purpose,
      action: logEntries.action,
      reason: logEntries.reason,
    })
    .from(logEntries)
    .leftJoin(centres, eq(centres.id, logEntries.centreId))
    .where(
      and(
        eq(logEntries.memberId, member.ownMemberId),
        or(eq(logEntries.action, 'card.checked'), READ_BY_ADMIN),
      ),
    )
    .orderBy(desc(logEntries.at), desc(logEntries.id))
  const { rows, more } = await readPage(query, page, MEMBER_ROWS)
  return { checks: rows, more }
}
