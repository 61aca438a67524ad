import 'server-only'
import { inArray, lt, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { workerHeartbeats } from '@/db/schema'

/** After this many milliseconds without a heartbeat a worker counts as crashed. */
const WORKER_TIMEOUT = 60_000

/** Records that these workers are alive: a row each, by the name under which graphile-worker locks jobs. */
export async function saveHeartbeats(on: Database, names: string[], at: Date) {
  if (names.length === 0) return
  await on
    .insert(workerHeartbeats)
    .values(names.map((name) => ({ name, at })))
    .onConflictDoUpdate({ target: workerHeartbeats.name, set: { at } })
}

/** Removes the rows on shutdown, so that a stopped worker does not count as alive. */
export async function removeHeartbeats(on: Database, names: string[]) {
  await on.delete(workerHeartbeats).where(inArray(workerHeartbeats.name, names))
}

/**
 * Releases the jobs of workers that crashed (kill -9, power cut); graphile-worker itself would wait four hours. If the worker was
 * only suspended, its job may run twice, which every task tolerates.
 */
export async function releaseAbandonedJobs(on: Database, at: Date) {
  const since = new Date(at.getTime() - WORKER_TIMEOUT)
  const aliveWorkers = sql`select name from worker_heartbeats where at > ${since.toISOString()}::timestamptz`
  await on.execute(sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
    where locked_at < ${since.toISOString()}::timestamptz and locked_by not in (${aliveWorkers}) having count(*) > 0`)
  await on
    .delete(workerHeartbeats)
    .where(lt(workerHeartbeats.at, new Date(at.getTime() - 60 * WORKER_TIMEOUT)))
}
