import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { recoveryCodes } from '@/db/schema'
import type { Actor } from '@/lib/actor'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { codeHash, drawCharacters } from '@/lib/identity/code'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { lockAccount } from '../../commands/lock'
import { mayUseApp } from '../../policy'
import { CODE_LENGTH, RECOVERY_CODE_COUNT } from '../rules'

/** Makes ten new codes; those of before no longer work. They are given this once and kept as their HMAC. */
export async function createRecoveryCodes(actor: Actor, at: Date, on: Database = db): Promise<string[]> {
  requireFreshFactor(actor, at)
  if (!mayUseApp(actor.role)) throw new Refusal('codesNotForAdmins')
  const codes = Array.from({ length: RECOVERY_CODE_COUNT }, () => drawCharacters(CODE_LENGTH))
  const { id: accountId, role } = actor
  const rows = codes.map((code) => ({
    accountId,
    role,
    codeHash: recoveryHash(accountId, code),
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

/** What is kept of a code: an HMAC that no other account's code and no sign-in code can have. */
export const recoveryHash = (accountId: string, code: string) =>
  codeHash(env().AUTH_SECRET, `recovery:${accountId}`, code)
