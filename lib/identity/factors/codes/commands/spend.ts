import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { recoveryCodes } from '@/db/schema'
import type { Person } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { markFactorVerified } from '@/lib/identity/commands/factor'
import { consume } from '@/lib/limits'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { hashRecoveryCode } from './make'

/**
 * Redeems one of one's own codes in place of a factor, and notifies the person by mail. The try is counted first. Returns the
 * session's new token, if it gets one.
 */
export async function redeemRecoveryCode(person: Person, code: string, at: Date, on: Database = db) {
  await consume('factor-recovery', person.id)
  return on.transaction(async (tx) => {
    const own = and(
      eq(recoveryCodes.accountId, person.id),
      eq(recoveryCodes.codeHash, hashRecoveryCode(person.id, code)),
    )
    const [redeemed] = await tx
      .update(recoveryCodes)
      .set({ usedAt: at })
      .where(and(own, isNull(recoveryCodes.usedAt)))
      .returning({ id: recoveryCodes.id })
    if (!redeemed) throw new Refusal(await refusalReason(tx, own), 'code')
    await record(tx, person, 'factor.code-used', { subjectId: person.id, at })
    await queueMail(tx, 'recovery-codes', person.id, { what: 'used' })
    return markFactorVerified(tx, person, at)
  })
}

async function refusalReason(tx: Database, own: ReturnType<typeof and>) {
  const [existing] = await tx.select({ id: recoveryCodes.id }).from(recoveryCodes).where(own)
  return existing ? 'recoveryUsed' : 'recoveryWrong'
}
