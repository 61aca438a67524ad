import { raiseStatuses as raise } from '@/lib/memberships/commands/raise'
import type { Task } from '../task'

/** At midnight in Berlin: stores raised statuses after a version of the rules or the catalogue took effect. */
export const raiseStatusesTask: Task<'raise-statuses'> = async (_, { on, at }) => {
  await raise(on, at)
}
