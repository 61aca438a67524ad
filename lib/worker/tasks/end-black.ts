import { endExpiredBlack as end } from '@/lib/black/commands/end'
import type { Task } from '../task'

/** Every night: what was granted and is over falls back to the count. */
export const endBlackTask: Task<'end-black'> = (_, { on, at }) => end(on, at)
