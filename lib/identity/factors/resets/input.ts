import { z } from 'zod'

/** For whom an admin asks, and why; the log keeps the reason. */
export const FactorResetRequest = z.object({
  account: z.uuid('invalid'),
  reason: z.string('required').trim().min(1, 'required').max(200, 'tooLong'),
})
export type FactorResetRequest = z.output<typeof FactorResetRequest>

/** What an admin does about one that is open. */
export const FactorResetDecision = z.object({
  id: z.uuid('invalid'),
  act: z.enum(['confirm', 'cancel'], 'invalid'),
})
