import { endExpiredBlack as end } from '@/lib/black/commands/end'
import type { Task } from '../task'

/** Every night: expired grants fall back to the counted status. */
export const endBlackTask: Task<'end-black'> = (_, { on, at }) => end(on, at)
