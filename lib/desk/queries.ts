import 'server-only'
import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { centres, logReads } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { MEMBER_ROWS, readPage } from '@/lib/paging'

const READ_BY_ADMIN = and(
  eq(logReads.actorRole, 'admin'),
  inArray(logReads.action, ['member.read', 'invoice.read']),
)

/**
 * Returns who looked at a member's card or, as an administrator, at their record and invoices: from where, when and why. Newest
 * first, 20 per page, from page 1.
 */
export async function checksOf(member: Member, page = 1, on: Database = db) {
  const query = on
    .select({
      id: logReads.id,
      at: logReads.at,
      centre: centres.name,
      city: centres.city,
      country: logReads.country,
      purpose: logReads.purpose,
      action: logReads.action,
      reason: logReads.reason,
    })
    .from(logReads)
    .leftJoin(centres, eq(centres.id, logReads.centreId))
    .where(
      and(eq(logReads.memberId, member.ownMemberId), or(eq(logReads.action, 'card.checked'), READ_BY_ADMIN)),
    )
    .orderBy(desc(logReads.at), desc(logReads.id))
  const { rows, more } = await readPage(query, page, MEMBER_ROWS)
  return { checks: rows, more }
}
