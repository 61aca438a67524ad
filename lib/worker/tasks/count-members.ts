import { countMembers as count } from '@/lib/overview/commands/count-members'
import type { Task } from '../task'

/** Every night, and when a member has moved to another country. */
export const countMembersTask: Task<'count-members'> = (_, { on, at }) => count(at, on)
