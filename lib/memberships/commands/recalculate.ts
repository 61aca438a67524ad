import 'server-only'
import { and, count, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { memberships, products, registrations, statusChanges, terms } from '@/db/schema'
import { countsSql } from '@/lib/catalogue/queries/counting'
import { berlinDate } from '@/lib/time'
import { statusRulesOn } from '../queries'
import { statusByCount, statusOf, termFrom } from '../rules'

/**
 * Updates a member's status from their verified products, by the rule in force on the day of `at`, in the transaction of the
 * decision. The first verification re-dates the term, once. The status rises at once and never falls here: it falls when a term
 * ends.
 */
export async function recalculateStatus(tx: Database, memberId: number, at: Date) {
  const [membership] = await tx
    .select()
    .from(memberships)
    .where(eq(memberships.memberId, memberId))
    .for('update')
  if (!membership) throw new Error('The member has no membership.')
  const today = berlinDate(at)
  const rule = await statusRulesOn(today, tx)
  const { verified, ...counts } = await countVerified(tx, memberId, today)
  const { granted, status: current } = membership
  const status = statusOf({ byCount: statusByCount(rule.tiers, counts), granted, current, inTerm: true })

  const redated =
    verified > 0 && !membership.firstVerifiedOn ? { ...termFrom(today), firstVerifiedOn: today } : {}
  await tx
    .update(memberships)
    .set({ status, statusRulesId: rule.id, ...redated })
    .where(eq(memberships.memberId, memberId))
  if ('startsOn' in redated)
    await tx.insert(terms).values({ memberId, ...termFrom(today), because: 'first-verification', at })
  if (status !== current) {
    await tx
      .insert(statusChanges)
      .values({ memberId, from: current, to: status, because: 'verified', statusRulesId: rule.id, at })
  }
  return { from: current, to: status }
}

/** Returns the number of verified registrations, of those that count on a day, and of cameras among these. */
export async function countVerified(tx: Database, memberId: number, day: string) {
  const counts = countsSql(day)
  const [row] = await tx
    .select({
      verified: count(),
      products: sql<number>`count(*) filter (where ${counts})`.mapWith(Number),
      cameras: sql<number>`count(*) filter (where ${counts} and ${products.kind} = 'camera')`.mapWith(Number),
    })
    .from(registrations)
    .innerJoin(products, eq(products.id, registrations.productId))
    .innerJoin(memberships, eq(memberships.memberId, registrations.memberId))
    .where(and(eq(registrations.memberId, memberId), eq(registrations.state, 'verified')))
  return row ?? { verified: 0, products: 0, cameras: 0 }
}
