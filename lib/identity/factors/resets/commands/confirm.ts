import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { factorResets } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { lockAdministrators } from '@/lib/administrators'
import { Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { canConfirmFactorReset } from '../policy'
import { findFactorReset } from '../queries'
import { notifyOfFactorReset } from './tell'

/**
 * A second person confirms that somebody has really lost their factors: 24 hours later the worker removes them. Refuses the
 * person concerned, the requester, and somebody who is no longer an admin.
 */
export async function confirmFactorReset(admin: Admin, id: string, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  await on.transaction(async (tx) => {
    if (!(await lockAdministrators(tx)).includes(admin.id)) throw new Refusal('notAllowed')
    const reset = await findFactorReset(id, tx)
    if (!reset) throw new Refusal('notFound')
    if (!canConfirmFactorReset(admin, reset)) throw new Refusal('resetSamePerson')
    const [confirmed] = await tx
      .update(factorResets)
      .set({ confirmedBy: admin.id, confirmedAt: at })
      .where(
        and(
          eq(factorResets.id, id),
          isNull(factorResets.confirmedAt),
          isNull(factorResets.cancelledAt),
          isNull(factorResets.doneAt),
        ),
      )
      .returning({ id: factorResets.id, accountId: factorResets.accountId })
    if (!confirmed) throw new Refusal('resetOver')
    await record(tx, admin, 'factor-reset.confirmed', { subjectId: confirmed.accountId, at })
    await notifyOfFactorReset(tx, confirmed, 'confirmed')
  })
}
