import { askForConfirmation } from '@/lib/confirmations/commands/ask'
import type { Task } from '../task'

/**
 * Every night: creates the quarter's lists, reminds, and reports late ones. Depends only on dates, so a missed night is made up
 * for.
 */
export const askConfirmationsTask: Task<'ask-confirmations'> = (_, { on, at }) => askForConfirmation(at, on)
