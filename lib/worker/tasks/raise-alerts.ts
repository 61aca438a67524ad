import { raiseAlerts as raise } from '@/lib/alerts/commands/raise'
import type { Task } from '../task'

/** Every few minutes: what was checked since, and whether any of it is unusual. */
export const raiseAlertsTask: Task<'raise-alerts'> = (_, { on, at }) => raise(at, on)
