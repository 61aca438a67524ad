import { disableUnusedStaff } from '@/lib/staff/commands/unused'
import type { Task } from '../task'

/** Every night; what was missed because no worker ran is done by the next one, since it looks at dates alone. */
export const disableUnusedStaffTask: Task<'disable-unused-staff'> = async (_, { on, at }) => {
  await disableUnusedStaff(at, on)
}
