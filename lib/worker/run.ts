import 'server-only'
import { EventEmitter } from 'node:events'
import { type Job, Logger, run, runOnce, type WorkerEvents } from 'graphile-worker'
import { connect } from '@/db/client'
import { env } from '@/lib/env'
import type { Jobs } from '@/lib/jobs/queue'
import { logger } from '@/lib/logger'
import { type Mailer, openMailer } from '@/lib/mail/transport'
import { deleteOldChallenges } from './forget'
import { releaseJobsOfDeadWorkers, removeHeartbeats, saveHeartbeats } from './heartbeat'
import { taskList } from './task-list'
import { tasks } from './tasks'

/** What may take its time has workers of its own, so that a heap of invoices keeps nobody waiting for a sign-in code. */
const SLOW: (keyof Jobs)[] = ['make-pages']
const QUICK = (Object.keys(tasks) as (keyof Jobs)[]).filter((name) => !SLOW.includes(name))
/** At night, in UTC (midnight in Berlin is at 22 or 23); one that no worker was there for is made up for within a day. */
const NIGHTLY = `5 23 * * * count-members ?fill=1d
17 2 * * * disable-unused-staff ?fill=1d
10 23 * * * end-black ?fill=1d
1 22,23 * * * raise-statuses ?fill=1d
37 2 * * * forget-catalogue-entries ?fill=1d
47 2 * * * prepare-log ?fill=1d
20 3 * * * ask-confirmations ?fill=1d`
/** A lost factor is removed a day after it was confirmed, and what is unusual is raised, give or take these minutes. */
const OFTEN = '*/5 * * * * carry-out-factor-resets\n*/5 * * * * raise-alerts'
const LANES = [
  { names: QUICK, concurrency: 3, crontab: `${NIGHTLY}\n${OFTEN}` },
  { names: SLOW, concurrency: 2, crontab: '' },
]
const HEARTBEAT = 15_000
const POOL = 10

export type Settings = { url?: string; mailer?: Mailer; now?: () => Date; heartbeat?: number }

export type RunningWorker = {
  /** Finishes the jobs in hand (what hangs is aborted after five seconds), then lets go of database and mail server. */
  stop(): Promise<void>
  /** Settles when the worker, or a part of it, has ended; rejects when that is its fault. A program then stops the rest. */
  ended: Promise<void>
}

/** Starts a worker of this process: takes jobs as they come, and tells every 15 seconds that it lives. */
export async function runWorker(settings: Settings = {}): Promise<RunningWorker> {
  const { pool, db: on, mailer, now } = open(settings)
  const names: string[] = []
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => names.push(worker.workerId))

  const shared = { pgPool: pool, noHandleSignals: true, logger: words, events }
  const lanes = await Promise.all(
    LANES.map(({ names, ...lane }) =>
      run({ ...shared, ...lane, taskList: taskList({ on, mailer, now }, names) }),
    ),
  )
  const live = async () => {
    await saveHeartbeats(on, names, now())
    await releaseJobsOfDeadWorkers(on, now())
    await deleteOldChallenges(on, now())
  }
  await live()
  const heart = setInterval(() => void live().catch(warn), settings.heartbeat ?? HEARTBEAT)

  const stop = async () => {
    clearInterval(heart)
    await Promise.allSettled(lanes.map((lane) => lane.stop()))
    await removeHeartbeats(on, names).catch(warn)
    mailer.close()
    await pool.end()
  }
  let stopped: Promise<void> | undefined
  return {
    ended: Promise.race(lanes.map((lane) => lane.promise)),
    stop: () => (stopped ??= stop()),
  }
}

/** Does the jobs that are due now, one after the other, and comes back: for seeds and tests. */
export async function runDueJobs(settings: Settings = {}) {
  const { pool, db: on, mailer, now } = open(settings)
  try {
    await runOnce({
      pgPool: pool,
      noHandleSignals: true,
      logger: words,
      taskList: taskList({ on, mailer, now }),
    })
  } finally {
    mailer.close()
    await pool.end()
  }
}

function open({ url = env().WORKER_DATABASE_URL, mailer, now = () => new Date() }: Settings) {
  if (!url) throw new Error('Settings: WORKER_DATABASE_URL is missing. See .env.example for what it means.')
  return { ...connect(url, POOL), mailer: mailer ?? openMailer(env()), now }
}

/** graphile-worker's own words, as lines of our log. They name jobs by id; what a task threw has been cleaned before. */
const words = new Logger(() => (level, message, about) => {
  const job = about?.job as Job | undefined
  const { requestId } = (job?.payload ?? {}) as { requestId?: string }
  logger[level === 'warning' ? 'warn' : level === 'info' ? 'debug' : level](
    { requestId, job: job?.id },
    message,
  )
})

const warn = (fault: unknown) =>
  logger.warn({ error: fault instanceof Error ? fault.name : 'unknown' }, 'the heartbeat failed')
