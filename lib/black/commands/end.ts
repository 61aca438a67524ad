import 'server-only'
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { members, memberships, statusChanges } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { countVerified } from '@/lib/memberships/commands/recalculate'
import { statusRulesOn } from '@/lib/memberships/queries'
import { statusByCount } from '@/lib/memberships/rules'
import { berlinDate } from '@/lib/time'
import { canInvite } from '../policy'
import { findBlackInvitation } from '../queries'

/** Announces the end of Black: it lasts until the term ends, and the member is notified now. The reason stays in the log. */
export async function endBlack(
  admin: Admin,
  { id, reason }: { id: string; reason: string },
  at: Date,
  on: Database = db,
) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    const memberId = (await findBlackInvitation(admin, id, at, tx))?.memberId
    if (!memberId) throw new Refusal('notFound')
    if (!canInvite(admin, { memberId })) throw new Refusal('blackOwn')
    const [ending] = await tx
      .update(memberships)
      .set({ grantedUntil: sql`greatest(expires_on, ${berlinDate(at)}::date)` })
      .where(
        and(
          eq(memberships.memberId, memberId),
          eq(memberships.granted, 'black'),
          isNull(memberships.grantedUntil),
        ),
      )
      .returning({ memberId: memberships.memberId })
    if (!ending) throw new Refusal('alreadyDone')
    await record(tx, admin, 'black.ending', { memberId, subjectId: id, reason, at })
    const [person] = await tx
      .select({ accountId: members.accountId })
      .from(members)
      .where(eq(members.id, memberId))
    if (person) await queueMail(tx, 'black-ending', person.accountId)
  })
}

/**
 * After the last day of Black, the count of verified products decides again by the rule in force; for the worker. Each membership
 * has its own transaction, whose guard makes it happen once.
 */
export async function endExpiredBlack(on: Database, at: Date) {
  const today = berlinDate(at)
  const expired = await on
    .select({ memberId: memberships.memberId })
    .from(memberships)
    .where(lt(memberships.grantedUntil, today))
  for (const { memberId } of expired) await on.transaction((tx) => revertToCountedStatus(tx, memberId, at))
}

async function revertToCountedStatus(tx: Database, memberId: number, at: Date) {
  const today = berlinDate(at)
  const due = and(eq(memberships.memberId, memberId), lt(memberships.grantedUntil, today))
  const [before] = await tx.select({ status: memberships.status }).from(memberships).where(due).for('update')
  if (!before) return
  const rule = await statusRulesOn(today, tx)
  const status = statusByCount(rule.tiers, await countVerified(tx, memberId, today))
  await tx
    .update(memberships)
    .set({ status, granted: null, grantedUntil: null, statusRulesId: rule.id })
    .where(due)
  if (status !== before.status)
    await tx.insert(statusChanges).values({
      memberId,
      from: before.status,
      to: status,
      because: 'term-end',
      statusRulesId: rule.id,
      at,
    })
  await record(tx, null, 'black.ended', { memberId, at })
}
