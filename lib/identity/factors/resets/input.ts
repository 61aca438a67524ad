import { z } from 'zod'

/** For whom an admin asks, and why; the log keeps the reason. */
export const AskFor = z.object({
  account: z.uuid('invalid'),
  reason: z.string('required').trim().min(1, 'required').max(200, 'tooLong'),
})
export type AskFor = z.output<typeof AskFor>

/** What an admin does about one that is open. */
export const ResetDecision = z.object({
  id: z.uuid('invalid'),
  act: z.enum(['confirm', 'cancel'], 'invalid'),
})
