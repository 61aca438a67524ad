import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { members, registrations } from '@/db/schema'
import type { Reviewer } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { recalculateStatus } from '@/lib/memberships/commands/recalculate'
import { isId } from '../input'
import { canOpen } from '../policy'
import { refuseSecondOwner } from './decide'
import {
  findDecidable,
  requireReason,
  type Seen,
  settleRegistration,
  type Why,
  writeDecision,
} from './settle'

type Unit = { productId: string; serialKey: string }
type Ending = Why & { other: string }

/**
 * Ends the verified registration of the same unit by somebody else, with a reason of kind `end` (sold, mistake), and verifies the
 * newcomer's, in one transaction; both are notified. Refuses as `verifyPurchase` does, when either is the reviewer's own, and
 * when the other registration no longer blocks the unit.
 */
export async function verifyAfterEnding(
  reviewer: Reviewer,
  seen: Seen & Ending,
  at: Date,
  on: Database = db,
) {
  await refuseSecondOwner(() =>
    on.transaction(async (tx) => {
      const newcomer = await findDecidable(tx, reviewer, seen)
      const ended = await endOther(tx, reviewer, newcomer, seen, at)
      const decision = await settleRegistration(tx, reviewer, seen, { outcome: 'verified' }, at)
      if (newcomer.fileState !== 'ready') throw new Refusal('pagesNotReady')

      const { memberId } = newcomer
      // Always in the same order, to avoid a deadlock between two reviewers.
      const both = [memberId, ended.memberId].sort((a, b) => a - b)
      for (const id of both) await recalculateStatus(tx, id, at)
      await record(tx, reviewer, 'registration.ended', {
        memberId: ended.memberId,
        subjectId: seen.other,
        at,
      })
      await record(tx, reviewer, 'purchase.verified', { memberId, subjectId: seen.id, at })
      await queueMail(tx, 'registration-ended', ended.accountId, { decision: ended.decision })
      await queueMail(tx, 'purchase-verified', newcomer.accountId, { decision })
    }),
  )
}

async function endOther(
  tx: Database,
  reviewer: Reviewer,
  unit: Unit,
  { other, ...explanation }: Ending,
  at: Date,
) {
  const owner = await findOther(tx, unit, other)
  if (!canOpen(reviewer, owner)) throw new Refusal('ownPurchase')
  const reason = await requireReason(tx, 'end', explanation.reason)
  const outcome = reason.ending
  if (!outcome) throw new Refusal('reasonGone', 'reason')

  const [ended] = await tx
    .update(registrations)
    .set({ state: outcome, decidedAt: at })
    .where(and(eq(registrations.id, other), eq(registrations.state, 'verified')))
    .returning({ id: registrations.id, invoice: registrations.invoiceId })
  if (!ended) throw new Refusal('unitFree')
  const decisionInput = { outcome, reasonId: reason.id, sentence: explanation.sentence }
  return { ...owner, decision: await writeDecision(tx, reviewer, ended, decisionInput, at) }
}

/** Returns the owner of the other registration, which must be of the same unit. */
async function findOther(tx: Database, { productId, serialKey }: Unit, id: string) {
  if (!isId(id)) throw new Refusal('notFound')
  const [owner] = await tx
    .select({ memberId: registrations.memberId, accountId: members.accountId })
    .from(registrations)
    .innerJoin(members, eq(members.id, registrations.memberId))
    .where(
      and(
        eq(registrations.id, id),
        eq(registrations.productId, productId),
        eq(registrations.serialKey, serialKey),
      ),
    )
  if (!owner) throw new Refusal('notFound')
  return owner
}
