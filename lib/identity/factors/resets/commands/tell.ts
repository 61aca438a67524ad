import 'server-only'
import type { Database } from '@/db/client'
import { listAdministrators } from '@/lib/administrators'
import type { FactorResetStage } from '@/lib/lists'
import { queueMail } from '@/lib/mail/queue'

/** Queues the mails of one stage: to the person concerned, and to every admin. */
export async function notifyOfFactorReset(
  tx: Database,
  reset: { id: string; accountId: string },
  stage: FactorResetStage,
) {
  for (const account of new Set([reset.accountId, ...(await listAdministrators(tx))]))
    await queueMail(tx, 'factor-reset', account, { reset: reset.id, stage })
}
