// `npm run worker`: makes page images and sends mails, apart from the web server. Start as many as you like.
import { hostname } from 'node:os'
import { sql } from 'drizzle-orm'
import { Logger, run, type TaskList } from 'graphile-worker'
import { connect, type Database } from '@/db/client'
import { env } from '@/lib/env'
import type { Work } from '@/lib/jobs/task'
import { tasks } from '@/lib/jobs/tasks'
import { logger } from '@/lib/logger'
import { openMailer } from '@/lib/mail/transport'
import { runWithCrew } from './portal/crew'

const AT_ONCE = 4
const HEARTBEAT = 15_000
const NAME = `${hostname()}:${process.pid}`

await runWithCrew(async (crew) => {
  const settings = env()
  if (!settings.WORKER_DATABASE_URL) throw new Error('Settings: WORKER_DATABASE_URL is missing.')
  const { db, pool } = connect(settings.WORKER_DATABASE_URL, AT_ONCE + 4)
  pool.on('connect', (client) => void client.on('error', () => {})) // the pool replaces it
  const mailer = openMailer(settings)
  const taskList = prepared({ on: db, mailer })
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    logger: quiet(),
  })
  const heart = await startHeart(db)
  crew.add({
    name: 'The worker',
    ended: runner.promise.then(() => 'ended'),
    async stop() {
      await runner.stop().catch(() => {}) // it may have ended by itself
      await heart.stop()
      mailer.close()
      await pool.end()
    },
  })
  logger.info('working')
  return crew.loss
})

/** Our tasks as graphile-worker calls them. What fails is told without what a message may quote of a person. */
function prepared(tools: Pick<Work, 'on' | 'mailer'>) {
  const list: TaskList = {}
  for (const [name, task] of Object.entries(tasks)) {
    list[name] = async (payload, { job, abortSignal }) => {
      const lastTry = job.attempts >= job.max_attempts
      const work = { ...tools, at: new Date(), lastTry, signal: abortSignal ?? new AbortController().signal }
      await (task as (payload: unknown, work: Work) => Promise<void>)(payload, work).catch((error) => {
        logger.error(
          { task: name, job: job.id, try: job.attempts, lastTry, error: inIds(error) },
          'task failed',
        )
        throw new Error(inIds(error)) // this is kept in the database until the job has succeeded
      })
    }
  }
  return list
}

/** The message of a failed query quotes its values. */
function inIds(error: unknown) {
  return error instanceof Error && !('query' in error) ? `${error.name}: ${error.message}` : 'a query failed'
}

/** Renews this worker's row; /readyz looks for one from the last minute. */
async function startHeart(on: Database) {
  const beat = () =>
    on.execute(
      sql`insert into worker_heartbeats (name, at) values (${NAME}, now()) on conflict (name) do update set at = now()`,
    )
  await on.execute(sql`delete from worker_heartbeats where at < now() - interval '1 day'`)
  await beat()
  const timer = setInterval(
    () => beat().catch(() => logger.warn('no heartbeat: the database does not answer')),
    HEARTBEAT,
  )
  return {
    async stop() {
      clearInterval(timer)
      await on.execute(sql`delete from worker_heartbeats where name = ${NAME}`).catch(() => {})
    },
  }
}

/** graphile-worker's own words: only what went wrong with the queue itself. */
function quiet() {
  return new Logger(() => (level, message) => void (level === 'error' && logger.error(message)))
}
