import 'server-only'
import type { Task as Handler, JobHelpers, TaskList } from 'graphile-worker'
import type { Jobs } from '@/lib/jobs/queue'
import { onBehalfOf } from '@/lib/request-id'
import type { Work } from './task'
import { tasks } from './tasks'

/** What every task of a worker works with. */
export type Tools = Pick<Work, 'on' | 'mailer'> & { now: () => Date }

/** Our tasks as graphile-worker calls them. */
export function taskList(tools: Tools, names = Object.keys(tasks) as (keyof Jobs)[]): TaskList {
  return Object.fromEntries(names.map((name) => [name, handler(name, tools)]))
}

function handler(name: keyof Jobs, { now, ...tools }: Tools): Handler {
  const task = tasks[name] as (payload: unknown, work: Work) => Promise<void>
  return async (payload, { job, abortSignal: signal }: JobHelpers) => {
    const lastTry = job.attempts >= job.max_attempts
    const { requestId } = payload as { requestId?: string }
    const work = () => task(payload, { ...tools, at: now(), lastTry, signal })
    await onBehalfOf(requestId, work).catch((fault) => {
      throw withoutPersonalData(fault)
    })
  }
}

/** What a task threw ends up in the log and in the jobs' table, and a failed query quotes the values it was given. */
function withoutPersonalData(fault: unknown): Error {
  if (!(fault instanceof Error)) return new Error('something was thrown that is no error')
  const code = fault.cause instanceof Error && 'code' in fault.cause ? fault.cause.code : 'no code'
  const told = new Error('query' in fault ? `a query failed (${code})` : fault.message)
  const places = fault.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  told.stack = [`${fault.name}: ${told.message}`, ...places].join('\n')
  return told
}
