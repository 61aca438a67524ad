import 'server-only'
import { type Database, db } from '@/db/client'
import type { Reviewer } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { recalculateStatus } from '@/lib/memberships/commands/recalculate'
import { chosenReason, findJudged, type Seen, settleRegistration, type Why } from './settle'

/**
 * Verifies a purchase: the member's status rises in the same transaction. Refuses one's own purchase, an appeal against
 * one's own refusal, what does not wait any more, a file that changed or has no pages yet, and a unit that is verified
 * for somebody else.
 */
export async function verifyPurchase(reviewer: Reviewer, seen: Seen, at: Date, on: Database = db) {
  await oneOwner(() =>
    on.transaction(async (tx) => {
      const { memberId, accountId, fileState } = await findJudged(tx, reviewer, seen)
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
    const { memberId, accountId } = await findJudged(tx, reviewer, seen)
    const { id: reasonId } = await chosenReason(tx, 'ask', seen.reason)
    const given = { outcome: 'needs_attention', reasonId, sentence: seen.sentence } as const
    const decision = await settleRegistration(tx, reviewer, seen, given, at)
    await record(tx, reviewer, 'purchase.asked', { memberId, subjectId: seen.id, at })
    await queueMail(tx, 'purchase-asked', accountId, { decision })
  })
}

/** Refuses a purchase, with a reason of kind `refuse`. Refuses as `verifyPurchase` does. */
export async function refusePurchase(reviewer: Reviewer, seen: Seen & Why, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const { memberId, accountId } = await findJudged(tx, reviewer, seen)
    const { id: reasonId } = await chosenReason(tx, 'refuse', seen.reason)
    const given = { outcome: 'refused', reasonId, sentence: seen.sentence } as const
    const decision = await settleRegistration(tx, reviewer, seen, given, at)
    await record(tx, reviewer, 'purchase.refused', { memberId, subjectId: seen.id, at })
    await queueMail(tx, 'purchase-refused', accountId, { decision })
  })
}

/** The unique index decides who has a unit verified; its refusal becomes a sentence. */
export async function oneOwner<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify()
  } catch (error) {
    if (brokenConstraint(error) === 'registrations_verified_unit') throw new Refusal('unitTaken')
    throw error
  }
}
