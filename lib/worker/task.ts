import type { Database } from '@/db/client'
import type { Jobs } from '@/lib/jobs/queue'
import type { Mailer } from '@/lib/mail/transport'

/** What the worker passes to a task besides its payload. */
export type Work = {
  /** The worker's database. */
  on: Database
  mailer: Mailer
  /** When this attempt began. */
  at: Date
  /** No further attempt follows if this one fails. */
  lastTry: boolean
  /** Aborted when the worker is stopped and the task still runs after some seconds. */
  signal: AbortSignal
}

/** One kind of job. It may run twice, so it checks first what is still to do; an error leads to another attempt. */
export type Task<T extends keyof Jobs> = (payload: Jobs[T], work: Work) => Promise<void>
