import { z } from 'zod'
import { CONFIRMATION_ANSWERS } from '@/lib/lists'

/** The answer about one person on a list, by the id of their line. */
export const ConfirmationAnswer = z.object({
  id: z.uuid('invalid'),
  answer: z.enum(CONFIRMATION_ANSWERS, 'invalid'),
})
export type ConfirmationAnswer = z.output<typeof ConfirmationAnswer>
