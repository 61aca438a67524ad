import { z } from 'zod'
import { MAX_PAGES } from '@/lib/files/rules'

/**
 * What an upload is for: the member's draft, or the id of the registration it is sent again for. Only a name or an id, so that
 * the return path is always one of our pages.
 */
export const UploadPurpose = z.union([z.literal('draft'), z.uuid()])
export type UploadPurpose = z.infer<typeof UploadPurpose>

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
