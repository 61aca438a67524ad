import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, centres, confirmationPeople, confirmations } from '@/db/schema'
import type { Admin, Desk } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { endStaffAccess } from '@/lib/staff/commands/let-go'
import type { ConfirmationAnswer } from '../input'
import { canAnswer, canRemove } from '../policy'

/**
 * Answers for one person on a list: they still work at the centre, or their account is disabled and signed out. Removing needs no
 * fresh factor, as it only takes away, and an admin can undo it. Refuses somebody else's centre, a line that is answered, a list
 * of an earlier quarter, somebody who has already left, and removing oneself.
 */
export async function answerConfirmation(
  actor: Desk | Admin,
  { id, answer }: ConfirmationAnswer,
  at: Date,
  on: Database = db,
) {
  await on.transaction(async (tx) => {
    const person = await lockOpenLine(tx, actor, id)
    if (answer === 'removed' && !canRemove(actor, { id: person.accountId })) throw new Refusal('ownRole')
    const [answered] = await tx
      .update(confirmationPeople)
      .set({ answer, answeredBy: actor.id, answeredAt: at })
      .where(and(eq(confirmationPeople.id, id), isNull(confirmationPeople.answer)))
      .returning({ id: confirmationPeople.id })
    if (!answered) throw new Refusal('alreadyDone')
    const subjectId = person.accountId
    if (answer === 'confirmed') return record(tx, actor, 'confirmation.answered', { subjectId, at })
    await tx.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, subjectId))
    await endStaffAccess(tx, subjectId)
    await record(tx, actor, 'staff.disabled', { subjectId, reason: 'no longer here', at })
  })
}

/** Returns the line of a person on the list, locked: of two who answer at once the second finds it answered. */
async function lockOpenLine(tx: Database, actor: Desk | Admin, id: string) {
  const [line] = await tx
    .select({
      accountId: confirmationPeople.accountId,
      answer: confirmationPeople.answer,
      centreId: centres.id,
      leadId: centres.leadId,
      quarter: confirmations.quarter,
    })
    .from(confirmationPeople)
    .innerJoin(confirmations, eq(confirmations.id, confirmationPeople.confirmationId))
    .innerJoin(centres, eq(centres.id, confirmations.centreId))
    .where(eq(confirmationPeople.id, id))
    .for('update', { of: confirmationPeople })
  if (!line || !canAnswer(actor, { id: line.centreId, leadId: line.leadId })) throw new Refusal('notFound')
  if (line.answer) throw new Refusal('alreadyDone')
  await requireNewest(tx, line)
  await requireHere(tx, line)
  return line
}

type Line = { accountId: string; centreId: string; quarter: string }

async function requireNewest(tx: Database, { centreId, quarter }: Line) {
  const [newer] = await tx
    .select({ id: confirmations.id })
    .from(confirmations)
    .where(and(eq(confirmations.centreId, centreId), gt(confirmations.quarter, quarter)))
  if (newer) throw new Refusal('listOver')
}

/** Locks until the transaction ends, so that an admin who disables or moves the same person at this moment comes after it. */
async function requireHere(tx: Database, { accountId, centreId }: Line) {
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.centreId, centreId), isNull(accounts.disabledAt)))
    .for('update')
  if (!account) throw new Refusal('personGone')
}
