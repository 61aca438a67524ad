import { z } from 'zod'
import { REVIEW_OUTCOMES } from '@/lib/lists'
import { isCalendarDate } from '@/lib/time'

const Uuid = z.uuid()

/** Is it an id at all? A malformed one never reaches the database: there is nothing of that name. */
export const isId = (id: string) => Uuid.safeParse(id).success

/** A sentence to the member, in the reviewer's words; an empty one is none. */
const Sentence = z
  .string()
  .default('')
  .transform((typed) => typed.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim())
  .pipe(z.string().max(500, 'sentenceTooLong'))
  .transform((typed) => typed || undefined)

/** The product, the file it was decided on, and where to go on. */
const seen = { id: z.string(), invoice: z.string(), next: z.string().optional() }
const why = { reason: z.string('reason').min(1, 'reason'), sentence: Sentence }

/** What a reviewer decides about one product. */
export const ReviewDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('verify'), ...seen }),
  z.object({ decision: z.literal('ask'), ...seen, ...why }),
  z.object({ decision: z.literal('refuse'), ...seen, ...why }),
  z.object({ decision: z.literal('end'), ...seen, ...why, other: z.string() }),
])
export type ReviewDecision = z.output<typeof ReviewDecision>

/** Whether a correction of a member's data is granted. */
export const CorrectionDecision = z.object({ id: z.string(), granted: z.enum(['yes', 'no']) })

/** What a page of the queue is asked for by its address; anything else is its first page. */
export const QueuePage = z.object({ page: z.coerce.number().int().min(1).max(40).catch(1) })

/** What somebody else did first: said on top of the page that follows a decision that changed nothing. */
export const Told = z
  .enum(['alreadyDecided', 'withdrawnMeanwhile', 'fileChanged', 'unitTaken', 'unitFree'])
  .optional()
  .catch(undefined)
/** What has just been decided, on the page that follows. */
export const Done = z
  .enum(['verify', 'ask', 'refuse', 'end', 'granted', 'declined'])
  .optional()
  .catch(undefined)

const day = z.string().refine(isCalendarDate).optional().catch(undefined)
const id = z.uuid().optional().catch(undefined)

/** What the list of decisions is asked for by its address; what is malformed is not asked for. Days count in full. */
export const DecisionsFilter = z.object({
  from: day,
  to: day,
  outcome: z.enum(REVIEW_OUTCOMES).optional().catch(undefined),
  reason: id,
  before: id,
})
export type DecisionsFilter = z.output<typeof DecisionsFilter>
