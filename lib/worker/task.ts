import type { Database } from '@/db/client'
import type { Jobs } from '@/lib/jobs/queue'
import type { Mailer } from '@/lib/mail/transport'

/** What the worker gives to a task besides its payload. */
export type Work = {
  /** The worker's database. */
  on: Database
  mailer: Mailer
  /** When this try began. */
  at: Date
  /** No further try follows if this one fails. */
  lastTry: boolean
  /** Aborted when the worker is told to stop and the task still runs after some seconds. */
  signal: AbortSignal
}

/** One kind of job. It may run twice, so it looks first what is still to do; what it throws brings the next try. */
export type Task<T extends keyof Jobs> = (payload: Jobs[T], work: Work) => Promise<void>
