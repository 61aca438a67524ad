import 'server-only'
import { type Database, db } from '@/db/client'
import type { Reviewer } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { recalculateStatus } from '@/lib/memberships/commands/recalculate'
import { findDecidable, requireReason, type Seen, settleRegistration, type Why } from './settle'

/**
 * Verifies a purchase: the member's status rises in the same transaction. Refuses one's own purchase, an appeal against one's own
 * refusal, a registration that is no longer pending, a file that changed or has no pages yet, and a unit verified for somebody
 * else.
 */
export async function verifyPurchase(reviewer: Reviewer, seen: Seen, at: Date, on: Database = db) {
  await refuseSecondOwner(() =>
    on.transaction(async (tx) => {
      const { memberId, accountId, fileState } = await findDecidable(tx, reviewer, seen)
      const decision = await settleRegistration(tx, reviewer, seen, { outcome: 'verified' }, at)
      if (fileState !== 'ready') throw new Refusal('pagesNotReady')
      await recalculateStatus(tx, memberId, at)
      await record(tx, reviewer, 'purchase.verified', { memberId, subjectId: seen.id, at })
      await queueMail(tx, 'purchase-verified', accountId, { decision })
    }),
  )
}

/** Asks the member for a better file, with a reason of kind `ask`. Refuses as `verifyPurchase` does. */
export async function askAgain(reviewer: Reviewer, seen: Seen & Why, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const { memberId, accountId } = await findDecidable(tx, reviewer, seen)
    const { id: reasonId } = await requireReason(tx, 'ask', seen.reason)
    const decisionInput = { outcome: 'needs_attention', reasonId, sentence: seen.sentence } as const
    const decision = await settleRegistration(tx, reviewer, seen, decisionInput, at)
    await record(tx, reviewer, 'purchase.asked', { memberId, subjectId: seen.id, at })
    await queueMail(tx, 'purchase-asked', accountId, { decision })
  })
}

/** Refuses a purchase, with a reason of kind `refuse`. Refuses as `verifyPurchase` does. */
export async function refusePurchase(reviewer: Reviewer, seen: Seen & Why, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const { memberId, accountId } = await findDecidable(tx, reviewer, seen)
    const { id: reasonId } = await requireReason(tx, 'refuse', seen.reason)
    const decisionInput = { outcome: 'refused', reasonId, sentence: seen.sentence } as const
    const decision = await settleRegistration(tx, reviewer, seen, decisionInput, at)
    await record(tx, reviewer, 'purchase.refused', { memberId, subjectId: seen.id, at })
    await queueMail(tx, 'purchase-refused', accountId, { decision })
  })
}

/** The unique index ensures one verified owner per unit; its violation becomes a Refusal. */
export async function refuseSecondOwner<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify()
  } catch (error) {
    if (brokenConstraint(error) === 'registrations_verified_unit') throw new Refusal('unitTaken')
    throw error
  }
}
