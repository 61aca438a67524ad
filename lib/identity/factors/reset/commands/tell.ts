import 'server-only'
import type { Database } from '@/db/client'
import { queueMail } from '@/lib/mail/queue'
import { adminIds } from '@/lib/staff/queries'
import type { ResetStage } from '../rules'

/** Queues the notices of one stage: to the person, in whose name something happens, and to every admin. */
export async function tell(tx: Database, reset: { id: string; accountId: string }, stage: ResetStage) {
  for (const account of new Set([reset.accountId, ...(await adminIds(tx))]))
    await queueMail(tx, 'factor-reset', account, { reset: reset.id, stage })
}
