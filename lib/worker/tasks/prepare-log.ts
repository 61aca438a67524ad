import { makeMonths } from '@/lib/log/months'
import type { Task } from '../task'

/** Every night: creates the log's partitions for the coming months. */
export const prepareLog: Task<'prepare-log'> = (_, { on, at }) => makeMonths(at, on)
