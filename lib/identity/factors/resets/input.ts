import { z } from 'zod'

/** An admin's request for somebody, with a reason that is logged. */
export const FactorResetRequest = z.object({
  account: z.uuid('invalid'),
  reason: z.string('required').trim().min(1, 'required').max(200, 'tooLong'),
})
export type FactorResetRequest = z.output<typeof FactorResetRequest>

/** An admin's decision about an open request. */
export const FactorResetDecision = z.object({
  id: z.uuid('invalid'),
  act: z.enum(['confirm', 'cancel'], 'invalid'),
})
