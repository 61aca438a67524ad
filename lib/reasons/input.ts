import { z } from 'zod'
import { ENDINGS, REASON_KINDS } from '@/lib/lists'
import { MAX_REASON_LENGTH } from './rules'

const text = z
  .string('required')
  .transform((typed) => typed.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim())
  .pipe(z.string().min(1, 'required').max(MAX_REASON_LENGTH, 'tooLong'))

/** The words in every language, all required. */
const words = { en: text, de: text }

const ReasonId = z.object({ id: z.uuid('invalid') })

/** A new reason; `ending` is needed for the kind that ends a registration. */
export const NewReason = z
  .object({
    kind: z.enum(REASON_KINDS, 'invalid'),
    ending: z.enum(ENDINGS).optional().catch(undefined),
    ...words,
  })
  .superRefine(({ kind, ending }, ctx) => {
    if (kind === 'end' && !ending) ctx.addIssue({ code: 'custom', message: 'ending', path: ['ending'] })
  })
  .transform((reason) => ({ ...reason, ending: reason.kind === 'end' ? reason.ending : undefined }))
export type NewReason = z.output<typeof NewReason>

export const Rewording = ReasonId.extend(words)
export type Rewording = z.output<typeof Rewording>

export const ReasonRetirement = ReasonId.extend({ retired: z.enum(['yes', 'no'], 'invalid') })
export type ReasonRetirement = z.output<typeof ReasonRetirement>

export const ReasonMove = ReasonId.extend({ way: z.enum(['up', 'down'], 'invalid') })
export type ReasonMove = z.output<typeof ReasonMove>
