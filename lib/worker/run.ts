import 'server-only'
import { EventEmitter } from 'node:events'
import { type Job, Logger, run, runOnce, type WorkerEvents } from 'graphile-worker'
import { connect } from '@/db/client'
import { env } from '@/lib/env'
import type { Jobs } from '@/lib/jobs/queue'
import { logger } from '@/lib/logger'
import { type Mailer, openMailer } from '@/lib/mail/transport'
import { deleteOldChallenges } from './forget'
import { releaseAbandonedJobs, removeHeartbeats, saveHeartbeats } from './heartbeat'
import { taskList } from './task-list'
import { tasks } from './tasks'

/** Slow jobs have their own workers, so that many invoices never delay a sign-in code. */
const SLOW: (keyof Jobs)[] = ['make-pages']
const QUICK = (Object.keys(tasks) as (keyof Jobs)[]).filter((name) => !SLOW.includes(name))
/** At night, in UTC (midnight in Berlin is at 22 or 23); a missed run is made up for within a day. */
const NIGHTLY = `5 23 * * * count-members ?fill=1d
17 2 * * * disable-unused-staff ?fill=1d
10 23 * * * end-black ?fill=1d
1 22,23 * * * raise-statuses ?fill=1d
37 2 * * * forget-catalogue-entries ?fill=1d
47 2 * * * prepare-log ?fill=1d
20 3 * * * ask-confirmations ?fill=1d`
/** Lost factors are removed a day after confirmation, and alerts raised, within these minutes. */
const FREQUENT = '*/5 * * * * carry-out-factor-resets\n*/5 * * * * raise-alerts'
const POOLS = [
  { names: QUICK, concurrency: 3, crontab: `${NIGHTLY}\n${FREQUENT}` },
  { names: SLOW, concurrency: 2, crontab: '' },
]
const HEARTBEAT = 15_000
const CONNECTIONS = 10

export type Settings = { url?: string; mailer?: Mailer; now?: () => Date; heartbeat?: number }

export type RunningWorker = {
  /** Finishes the running jobs (aborted after five seconds), then closes the connections to database and mail server. */
  stop(): Promise<void>
  /** Settles when the worker, or a part of it, has ended; rejects on failure. The caller then stops the rest. */
  ended: Promise<void>
}

/** Starts a worker in this process: runs jobs as they arrive, and sends a heartbeat every 15 seconds. */
export async function runWorker(settings: Settings = {}): Promise<RunningWorker> {
  const { pool, db: on, mailer, now } = connectWorker(settings)
  const names: string[] = []
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => names.push(worker.workerId))

  const shared = { pgPool: pool, noHandleSignals: true, logger: workerLogger, events }
  const pools = await Promise.all(
    POOLS.map(({ names, ...lane }) =>
      run({ ...shared, ...lane, taskList: taskList({ on, mailer, now }, names) }),
    ),
  )
  const sendHeartbeat = async () => {
    await saveHeartbeats(on, names, now())
    await releaseAbandonedJobs(on, now())
    await deleteOldChallenges(on, now())
  }
  await sendHeartbeat()
  const timer = setInterval(
    () => void sendHeartbeat().catch(logHeartbeatError),
    settings.heartbeat ?? HEARTBEAT,
  )

  const stop = async () => {
    clearInterval(timer)
    await Promise.allSettled(pools.map((lane) => lane.stop()))
    await removeHeartbeats(on, names).catch(logHeartbeatError)
    mailer.close()
    await pool.end()
  }
  let stopped: Promise<void> | undefined
  return {
    ended: Promise.race(pools.map((lane) => lane.promise)),
    stop: () => (stopped ??= stop()),
  }
}

/** Runs the jobs that are due now, one by one, and returns: for seeds and tests. */
export async function runDueJobs(settings: Settings = {}) {
  const { pool, db: on, mailer, now } = connectWorker(settings)
  try {
    await runOnce({
      pgPool: pool,
      noHandleSignals: true,
      logger: workerLogger,
      taskList: taskList({ on, mailer, now }),
    })
  } finally {
    mailer.close()
    await pool.end()
  }
}

function connectWorker({ url = env().WORKER_DATABASE_URL, mailer, now = () => new Date() }: Settings) {
  if (!url) throw new Error('Settings: WORKER_DATABASE_URL is missing. See .env.example for what it means.')
  return { ...connect(url, CONNECTIONS), mailer: mailer ?? openMailer(env()), now }
}

/** graphile-worker's own messages, in our log. They name jobs by id; errors of tasks have been stripped of personal data. */
const workerLogger = new Logger(() => (level, message, about) => {
  const job = about?.job as Job | undefined
  const { requestId } = (job?.payload ?? {}) as { requestId?: string }
  logger[level === 'warning' ? 'warn' : level === 'info' ? 'debug' : level](
    { requestId, job: job?.id },
    message,
  )
})

const logHeartbeatError = (error: unknown) =>
  logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'the heartbeat failed')
