import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { recoveryCodes } from '@/db/schema'
import type { Actor } from '@/lib/actor'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { hashCode, randomCharacters } from '@/lib/identity/code'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { lockAccount } from '../../commands/lock'
import { mayUseApp } from '../../policy'
import { CODE_LENGTH, RECOVERY_CODE_COUNT } from '../rules'

/** Creates ten new codes; the previous ones no longer work. They are returned only this once and stored as HMACs. */
export async function createRecoveryCodes(actor: Actor, at: Date, on: Database = db): Promise<string[]> {
  requireFreshFactor(actor, at)
  if (!mayUseApp(actor.role)) throw new Refusal('codesNotForAdmins')
  const codes = Array.from({ length: RECOVERY_CODE_COUNT }, () => randomCharacters(CODE_LENGTH))
  const { id: accountId, role } = actor
  const rows = codes.map((code) => ({
    accountId,
    role,
    codeHash: hashRecoveryCode(accountId, code),
    createdAt: at,
  }))
  await on.transaction(async (tx) => {
    await lockAccount(tx, actor)
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
    await tx.insert(recoveryCodes).values(rows)
    await record(tx, actor, 'factor.codes-made', { subjectId: accountId, at })
    await queueMail(tx, 'recovery-codes', accountId, { what: 'made' })
  })
  return codes
}

/** The stored form of a code: an HMAC that no other account's code and no sign-in code can have. */
export const hashRecoveryCode = (accountId: string, code: string) =>
  hashCode(env().AUTH_SECRET, `recovery:${accountId}`, code)
