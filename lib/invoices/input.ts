import { z } from 'zod'
import { MAX_PAGES } from './rules'

/**
 * What an upload is for: the member's draft, or the id of the registration it is sent again for. Name and id only,
 * so that the way back is always a page of ours.
 */
export const Purpose = z.union([z.literal('draft'), z.uuid()])
export type Purpose = z.infer<typeof Purpose>

/** What the sender says about the file, compared with what arrived. Both are optional: a form without scripts cannot know. */
export const Announced = z.object({
  size: z.coerce.number().int().min(0).optional().catch(undefined),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
})

/** Why a person of the staff opens an invoice; it goes into the log. */
export const READ_REASONS = ['review', 'member-asked', 'complaint', 'misuse'] as const
export type ReadReason = (typeof READ_REASONS)[number]

/** The address of one page image. */
export const PageAddress = z.object({
  id: z.uuid(),
  page: z
    .string()
    .regex(/^[1-9]\d?$/)
    .transform(Number)
    .pipe(z.number().max(MAX_PAGES)),
  reason: z.enum(READ_REASONS).optional().catch(undefined),
})
export type PageAddress = z.infer<typeof PageAddress>
