import { z } from 'zod'
import { REVIEW_OUTCOMES } from '@/lib/lists'
import { isCalendarDate } from '@/lib/time'

const Uuid = z.uuid()

/** Whether an id is well-formed. A malformed one never reaches the database. */
export const isId = (id: string) => Uuid.safeParse(id).success

/** A sentence to the member, in the reviewer's words; empty becomes undefined. */
const Sentence = z
  .string()
  .default('')
  .transform((typed) => typed.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim())
  .pipe(z.string().max(500, 'sentenceTooLong'))
  .transform((typed) => typed || undefined)

/** The product, the file it was decided on, and where to continue. */
const seen = { id: z.string(), invoice: z.string(), next: z.string().optional() }
const explanation = { reason: z.string('reason').min(1, 'reason'), sentence: Sentence }

/** What a reviewer decides about one product. */
export const ReviewDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('verify'), ...seen }),
  z.object({ decision: z.literal('ask'), ...seen, ...explanation }),
  z.object({ decision: z.literal('refuse'), ...seen, ...explanation }),
  z.object({ decision: z.literal('end'), ...seen, ...explanation, other: z.string() }),
])
export type ReviewDecision = z.output<typeof ReviewDecision>

/** Whether a correction of a member's data is granted. */
export const CorrectionDecision = z.object({ id: z.string(), granted: z.enum(['yes', 'no']) })

/** The page number of the queue from its address; anything invalid is the first page. */
export const QueuePage = z.object({ page: z.coerce.number().int().min(1).max(40).catch(1) })

/** Why a decision changed nothing, because somebody else was first; shown on top of the next page. */
export const SupersededBy = z
  .enum(['alreadyDecided', 'withdrawnMeanwhile', 'fileChanged', 'unitTaken', 'unitFree'])
  .optional()
  .catch(undefined)
/** What has just been decided, shown on the next page. */
export const Done = z
  .enum(['verify', 'ask', 'refuse', 'end', 'granted', 'declined'])
  .optional()
  .catch(undefined)

const day = z.string().refine(isCalendarDate).optional().catch(undefined)
const id = z.uuid().optional().catch(undefined)

/** The filter of the list of decisions from its address; malformed values are ignored. Days are included. */
export const DecisionsFilter = z.object({
  from: day,
  to: day,
  outcome: z.enum(REVIEW_OUTCOMES).optional().catch(undefined),
  reason: id,
  before: id,
})
export type DecisionsFilter = z.output<typeof DecisionsFilter>
