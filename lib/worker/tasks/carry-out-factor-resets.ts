import { carryOutFactorResets as carryOut } from '@/lib/identity/factors/resets/commands/carry-out'
import type { Task } from '../task'

/** Every five minutes; what was missed because no worker ran is done by the next one, since it looks at stamps alone. */
export const carryOutFactorResetsTask: Task<'carry-out-factor-resets'> = async (_, { on, at }) => {
  await carryOut(at, on)
}
