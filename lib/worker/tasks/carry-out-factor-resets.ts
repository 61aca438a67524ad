import { carryOutFactorResets as carryOut } from '@/lib/identity/factors/resets/commands/carry-out'
import type { Task } from '../task'

/** Every five minutes; depends only on timestamps, so a missed run is made up for. */
export const carryOutFactorResetsTask: Task<'carry-out-factor-resets'> = async (_, { on, at }) => {
  await carryOut(at, on)
}
