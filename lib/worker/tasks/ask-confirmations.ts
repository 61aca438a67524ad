import { askForConfirmation } from '@/lib/confirmations/commands/ask'
import type { Task } from '../task'

/** Every night: the quarter's lists, their reminder, and what is late. It looks at dates alone, so a missed night is made up for. */
export const askConfirmationsTask: Task<'ask-confirmations'> = (_, { on, at }) => askForConfirmation(at, on)
