import { disableUnusedStaff } from '@/lib/staff/commands/unused'
import type { Task } from '../task'

/** Every night; depends only on dates, so a missed night is made up for. */
export const disableUnusedStaffTask: Task<'disable-unused-staff'> = async (_, { on, at }) => {
  await disableUnusedStaff(at, on)
}
