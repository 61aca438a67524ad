import 'server-only'
import type { Task as Handler, JobHelpers, TaskList } from 'graphile-worker'
import type { Jobs } from '@/lib/jobs/queue'
import { onBehalfOf } from '@/lib/request-id'
import type { Work } from './task'
import { tasks } from './tasks'

/** What all tasks of a worker use. */
export type Tools = Pick<Work, 'on' | 'mailer'> & { now: () => Date }

/** Returns our tasks for graphile-worker. */
export function taskList(tools: Tools, names = Object.keys(tasks) as (keyof Jobs)[]): TaskList {
  return Object.fromEntries(names.map((name) => [name, handler(name, tools)]))
}

function handler(name: keyof Jobs, { now, ...tools }: Tools): Handler {
  const task = tasks[name] as (payload: unknown, work: Work) => Promise<void>
  return async (payload, { job, abortSignal: signal }: JobHelpers) => {
    const lastTry = job.attempts >= job.max_attempts
    const { requestId } = payload as { requestId?: string }
    const work = () => task(payload, { ...tools, at: now(), lastTry, signal })
    await onBehalfOf(requestId, work).catch((error) => {
      throw withoutPersonalData(error)
    })
  }
}

/** A task's error ends up in the log and in the jobs' table, and a failed query quotes its parameters. */
function withoutPersonalData(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('a value other than an Error was thrown')
  const code = error.cause instanceof Error && 'code' in error.cause ? error.cause.code : 'no code'
  const cleaned = new Error('query' in error ? `a query failed (${code})` : error.message)
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  cleaned.stack = [`${error.name}: ${cleaned.message}`, ...frames].join('\n')
  return cleaned
}
