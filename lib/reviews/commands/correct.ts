import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { correctionRequests, members } from '@/db/schema'
import type { Reviewer } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { isId } from '../input'
import { canDecideCorrection } from '../policy'

/**
 * Grants or declines a member's correction request; when granted, the data changes in the same transaction. Refuses one's own, a
 * date of birth unless an admin decides, and a decided request.
 */
export async function decideCorrection(
  reviewer: Reviewer,
  id: string,
  granted: boolean,
  at: Date,
  on: Database = db,
) {
  await on.transaction(async (tx) => {
    const request = await findRequest(tx, id)
    const { memberId, accountId, ...correction } = request
    if (memberId === reviewer.ownMemberId) throw new Refusal('ownCorrection')
    if (!canDecideCorrection(reviewer, request)) throw new Refusal('notAllowed')

    const [decided] = await tx
      .update(correctionRequests)
      .set({ decidedAt: at, decidedBy: reviewer.id, granted })
      .where(and(eq(correctionRequests.id, id), isNull(correctionRequests.decidedAt)))
      .returning({ id: correctionRequests.id })
    if (!decided) throw new Refusal('alreadyDone')

    if (granted) await applyCorrection(tx, memberId, correction)
    const action = granted ? 'correction.granted' : 'correction.declined'
    await record(tx, reviewer, action, { memberId, subjectId: id, at })
    await queueMail(tx, 'correction-decided', accountId, { correction: id })
  })
}

/** Locks the member's row, so that the data the policy checked is what is changed. */
async function findRequest(tx: Database, id: string) {
  if (!isId(id)) throw new Refusal('notFound')
  const [request] = await tx
    .select({
      memberId: members.id,
      accountId: members.accountId,
      firstName: correctionRequests.firstName,
      surname: correctionRequests.surname,
      bornOn: correctionRequests.bornOn,
      touchesBirth: sql<boolean>`${correctionRequests.bornOn} <> ${members.bornOn}`,
    })
    .from(correctionRequests)
    .innerJoin(members, eq(members.id, correctionRequests.memberId))
    .where(eq(correctionRequests.id, id))
    .for('no key update', { of: [correctionRequests, members] })
  if (!request) throw new Refusal('notFound')
  return request
}

type Correction = { firstName: string; surname: string; bornOn: string; touchesBirth: boolean }

async function applyCorrection(
  tx: Database,
  memberId: number,
  { firstName, surname, bornOn, touchesBirth }: Correction,
) {
  await tx
    .update(members)
    .set({ firstName, surname, ...(touchesBirth && { bornOn }) })
    .where(eq(members.id, memberId))
}
