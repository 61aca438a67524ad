import { raiseAlerts as raise } from '@/lib/alerts/commands/raise'
import type { Task } from '../task'

/** Every few minutes: raises alerts for unusual checks since the last run. */
export const raiseAlertsTask: Task<'raise-alerts'> = (_, { on, at }) => raise(at, on)
