import 'server-only'
import { inArray, lt, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { workerHeartbeats } from '@/db/schema'

/** After this many milliseconds without a heartbeat a worker is taken for dead. */
const WORKER_TIMEOUT = 60_000

/** Says that these workers live: a row each, the name being the one under which graphile-worker locks jobs. */
export async function saveHeartbeats(on: Database, names: string[], at: Date) {
  if (names.length === 0) return
  await on
    .insert(workerHeartbeats)
    .values(names.map((name) => ({ name, at })))
    .onConflictDoUpdate({ target: workerHeartbeats.name, set: { at } })
}

/** Takes the rows back at the end, so that nobody counts on a worker that has stopped. */
export async function removeHeartbeats(on: Database, names: string[]) {
  await on.delete(workerHeartbeats).where(inArray(workerHeartbeats.name, names))
}

/**
 * Gives back the jobs of workers that died without a word (kill -9, power cut). graphile-worker by itself waits four hours
 * before it believes that. A worker that only slept may find its job done twice: every task can bear that.
 */
export async function releaseJobsOfDeadWorkers(on: Database, at: Date) {
  const since = new Date(at.getTime() - WORKER_TIMEOUT)
  const living = sql`select name from worker_heartbeats where at > ${since.toISOString()}::timestamptz`
  await on.execute(sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
    where locked_at < ${since.toISOString()}::timestamptz and locked_by not in (${living}) having count(*) > 0`)
  await on
    .delete(workerHeartbeats)
    .where(lt(workerHeartbeats.at, new Date(at.getTime() - 60 * WORKER_TIMEOUT)))
}
