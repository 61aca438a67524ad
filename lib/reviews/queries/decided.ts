import 'server-only'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, decisions, memberships, products, reasons, registrations } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { answersIn } from '@/lib/overview/queries/decisions'
import { LOOKUP_ROWS, takePage } from '@/lib/paging'
import type { DecisionsFilter } from '../input'

export type Decided = Awaited<ReturnType<typeof readDecisions>>[number]

/** Returns decisions that answered a waiting member, newest first, 50 at a time: by period, outcome and reason. */
export async function listDecisions(admin: Admin, filter: DecisionsFilter, on: Database = db) {
  const { rows, more } = takePage(await readDecisions(admin, filter, LOOKUP_ROWS + 1, on), LOOKUP_ROWS)
  return { decisions: rows, more }
}

/** Returns at most `limit` of them, after the decision `before`. */
export const readDecisions = (_admin: Admin, filter: DecisionsFilter, limit: number, on: Database = db) =>
  on
    .select({
      id: decisions.id,
      at: decisions.at,
      waitedSince: sql<Date>`${decisions.waitedSince}`.mapWith(decisions.at),
      outcome: sql<'verified' | 'needs_attention' | 'refused'>`${decisions.outcome}`,
      reason: reasons.texts,
      by: accounts.email,
      number: memberships.number,
      product: products.name,
    })
    .from(decisions)
    .innerJoin(registrations, eq(registrations.id, decisions.registrationId))
    .innerJoin(memberships, eq(memberships.memberId, registrations.memberId))
    .innerJoin(products, eq(products.id, registrations.productId))
    .innerJoin(accounts, eq(accounts.id, decisions.by))
    .leftJoin(reasons, eq(reasons.id, decisions.reasonId))
    .where(and(answersIn(filter), ...filterConditions(filter)))
    .orderBy(desc(decisions.at), desc(decisions.id))
    .limit(limit)

function filterConditions({ outcome, reason, before }: DecisionsFilter): (SQL | undefined)[] {
  const beforeDecision = sql`select d.at, d.id from decisions d where d.id = ${before}`
  return [
    outcome === undefined ? undefined : eq(decisions.outcome, outcome),
    reason === undefined ? undefined : eq(decisions.reasonId, reason),
    before === undefined ? undefined : sql`(${decisions.at}, ${decisions.id}) < (${beforeDecision})`,
  ]
}
