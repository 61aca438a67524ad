import 'server-only'
import { and, desc, eq, lt, ne } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, centres, logEntries, memberships } from '@/db/schema'
import type { Admin } from '@/lib/auth/actor'

const PAGE = 50

export type LogFilter = { number?: string; action?: string; before?: number }

/** The log, newest first, 50 at a time, before the entry `before`; of one member (by number) or one action if asked. */
export async function listLog(_admin: Admin, { number, action, before }: LogFilter, on: Database = db) {
  const entries = await on
    .select({
      id: logEntries.id,
      at: logEntries.at,
      action: logEntries.action,
      role: logEntries.actorRole,
      actor: accounts.email,
      number: memberships.number,
      centre: centres.name,
      country: logEntries.country,
      purpose: logEntries.purpose,
      caseNumber: logEntries.caseNumber,
      hit: logEntries.hit,
      reason: logEntries.reason,
    })
    .from(logEntries)
    // The address of staff only: a member appears by number.
    .leftJoin(accounts, and(eq(accounts.id, logEntries.actorId), ne(accounts.role, 'member')))
    .leftJoin(memberships, eq(memberships.memberId, logEntries.memberId))
    .leftJoin(centres, eq(centres.id, logEntries.centreId))
    .where(
      and(
        number ? eq(memberships.number, number) : undefined,
        action ? eq(logEntries.action, action) : undefined,
        before ? lt(logEntries.id, before) : undefined,
      ),
    )
    .orderBy(desc(logEntries.id))
    .limit(PAGE + 1)
  return { entries: entries.slice(0, PAGE), more: entries.length > PAGE }
}
