import { z } from 'zod'

/** The answer about one person on a list, by the id of their line. */
export const Answer = z.object({
  id: z.uuid('invalid'),
  answer: z.enum(['confirmed', 'removed'], 'invalid'),
})
export type Answer = z.output<typeof Answer>
