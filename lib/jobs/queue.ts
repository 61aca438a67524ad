import 'server-only'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { requestId } from '@/lib/request-id'

/** The worker's tasks and their payloads. */
export type Jobs = {
  'send-sign-in': { challenge: string }
  'send-mail': { mail: string }
  'send-email-change': { change: string }
  'send-staff-invitation': { invitation: string }
  'count-members': Record<never, never>
  'disable-unused-staff': Record<never, never>
  'ask-confirmations': Record<never, never>
  'raise-alerts': Record<never, never>
  'send-black-invitation': { invitation: string }
  'end-black': Record<never, never>
  'raise-statuses': Record<never, never>
  'carry-out-factor-resets': Record<never, never>
  'make-pages': { invoice: string }
  'forget-catalogue-entries': Record<never, never>
  'prepare-log': Record<never, never>
}

/**
 * Queues a job in the caller's transaction: it runs only if that commits. A key makes a second one replace the first. The payload
 * carries the request's id, so that the worker's log lines can be found by it.
 */
export async function queueJob<T extends keyof Jobs>(tx: Database, task: T, payload: Jobs[T], key?: string) {
  const json = JSON.stringify({ ...payload, requestId: requestId() })
  await tx.execute(sql`select jobs.queue_job(${task}, ${json}::json, ${key ?? null})`)
}
