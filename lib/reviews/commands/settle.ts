import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { decisions, invoices, members, registrations } from '@/db/schema'
import type { Reviewer } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { isId } from '../input'
import { decisionObstacle } from '../policy'
import { findReason, type ReasonKind } from '../queries/reasons'

/** A product and the file on which the reviewer saw it. */
export type Seen = { id: string; invoice: string }
export type Why = { reason: string; sentence?: string }
type ReviewOutcome = 'verified' | 'needs_attention' | 'refused' | 'sold'
type DecisionInput = {
  outcome: ReviewOutcome
  reasonId?: string
  sentence?: string
  waitedSince?: Date | null
}

/** Returns the registration with the data the policy needs. Refuses anyone who may not decide about it. */
export async function findDecidable(tx: Database, reviewer: Reviewer, { id, invoice }: Seen) {
  if (!isId(id) || !isId(invoice)) throw new Refusal('notFound')
  const [registration] = await tx
    .select({
      id: registrations.id,
      memberId: registrations.memberId,
      accountId: members.accountId,
      productId: registrations.productId,
      serialKey: registrations.serialKey,
      appealedAt: registrations.appealedAt,
      fileState: invoices.state,
      refusedBy: sql<string[]>`array(
        select ${decisions.by}::text from ${decisions}
         where ${decisions.registrationId} = ${registrations.id} and ${decisions.outcome} = 'refused')`,
    })
    .from(registrations)
    .innerJoin(members, eq(members.id, registrations.memberId))
    .innerJoin(invoices, eq(invoices.id, registrations.invoiceId))
    .where(eq(registrations.id, id))
  if (!registration) throw new Refusal('notFound')
  const obstacle = decisionObstacle(reviewer, registration)
  if (obstacle) throw new Refusal(obstacle)
  return registration
}

/** Returns the chosen reason. Refuses, at the form field, one that is not of this kind. */
export async function requireReason(tx: Database, kind: ReasonKind, id: string) {
  const reason = await findReason(tx, kind, id)
  if (!reason) throw new Refusal('reasonGone', 'reason')
  return reason
}

/**
 * Settles a pending registration, with the file that the reviewer saw, and stores the decision. The guard is in the WHERE: of two
 * reviewers one succeeds, and the other is refused. Returns the decision's id.
 */
export async function settleRegistration(
  tx: Database,
  reviewer: Reviewer,
  seen: Seen,
  input: DecisionInput,
  at: Date,
) {
  const [waiting] = await tx
    .select({ since: registrations.waitingSince })
    .from(registrations)
    .where(eq(registrations.id, seen.id))
    .for('update')
  const [settled] = await tx
    .update(registrations)
    .set({ state: input.outcome, waitingSince: null, decidedAt: at })
    .where(
      and(
        eq(registrations.id, seen.id),
        eq(registrations.state, 'pending'),
        eq(registrations.invoiceId, seen.invoice),
      ),
    )
    .returning({ id: registrations.id })
  if (!settled) throw await refusalSince(tx, seen)
  return writeDecision(tx, reviewer, seen, { ...input, waitedSince: waiting?.since }, at)
}

export async function writeDecision(
  tx: Database,
  { id: by }: Reviewer,
  seen: Seen,
  input: DecisionInput,
  at: Date,
) {
  const [decision] = await tx
    .insert(decisions)
    .values({ registrationId: seen.id, invoiceId: seen.invoice, ...input, by, at })
    .returning({ id: decisions.id })
  if (!decision) throw new Error('The decision was not stored.')
  return decision.id
}

/** Returns the Refusal for what somebody else did since the reviewer looked. */
async function refusalSince(tx: Database, { id }: Seen) {
  const [current] = await tx
    .select({ state: registrations.state })
    .from(registrations)
    .where(eq(registrations.id, id))
  if (current?.state === 'withdrawn') return new Refusal('withdrawnMeanwhile')
  return new Refusal(current?.state === 'pending' ? 'fileChanged' : 'alreadyDecided')
}
