import { z } from 'zod'

/** The answer about one person on a list, by the id of their line. */
export const ConfirmationAnswer = z.object({
  id: z.uuid('invalid'),
  answer: z.enum(['confirmed', 'removed'], 'invalid'),
})
export type ConfirmationAnswer = z.output<typeof ConfirmationAnswer>
