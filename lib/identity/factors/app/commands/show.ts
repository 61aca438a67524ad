import 'server-only'
import { and, eq, isNotNull, lt } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { authenticators } from '@/db/schema'
import type { Person } from '@/lib/actor'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { markFactorVerified } from '@/lib/identity/commands/factor'
import { stepOfCode } from '../rules'
import { unseal } from '../seal'
import { countTry } from './tries'

/**
 * Shows the app's code as the second factor of this session. The try is counted and committed before the code is checked. A code
 * works once, also when sent twice at once: only one request advances the last step. Returns the session's new token, if it gets
 * one.
 */
export async function verifyAppCode(person: Person, code: string, at: Date, on: Database = db) {
  await countTry(person)
  return on.transaction(async (tx) => {
    const app = await findApp(tx, person.id)
    if (!app) throw new Refusal('appUnknown')
    const step = stepOfCode(unseal(env().AUTH_SECRET, person.id, app.secret), code, at)
    if (step === null) throw new Refusal('appCodeWrong', 'code')
    const [advanced] = await tx
      .update(authenticators)
      .set({ lastStep: step })
      .where(
        and(
          eq(authenticators.id, app.id),
          isNotNull(authenticators.confirmedAt),
          lt(authenticators.lastStep, step),
        ),
      )
      .returning({ id: authenticators.id })
    if (!advanced) throw new Refusal('appCodeUsed', 'code')
    return markFactorVerified(tx, person, at)
  })
}

async function findApp(tx: Database, accountId: string) {
  const [app] = await tx
    .select({ id: authenticators.id, secret: authenticators.secret })
    .from(authenticators)
    .where(and(eq(authenticators.accountId, accountId), isNotNull(authenticators.confirmedAt)))
  return app
}
