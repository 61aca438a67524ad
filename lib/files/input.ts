import { z } from 'zod'

/** What the sender declares about the file, compared with what arrived. Both are optional: a form without scripts cannot know. */
export const Announced = z.object({
  size: z.coerce.number().int().min(0).optional().catch(undefined),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
})
