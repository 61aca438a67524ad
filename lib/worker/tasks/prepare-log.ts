import { makeMonths } from '@/lib/log/months'
import type { Task } from '../task'

/** Every night: the log's tables of the months to come. */
export const prepareLog: Task<'prepare-log'> = (_, { on, at }) => makeMonths(at, on)
