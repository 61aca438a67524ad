import { z } from 'zod'
import { CalendarDate } from '@/lib/fields'
import { LANGUAGES } from '@/lib/lists'
import { MAX_TEXT_LENGTH } from './rules'

const Body = z
  .string('required')
  .transform((typed) => typed.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim())
  .pipe(z.string().max(MAX_TEXT_LENGTH, 'tooLong'))

const Reason = z.string('required').trim().min(1, 'required').max(500, 'tooLong')

export const TextId = z.object({ id: z.uuid('invalid') })

/** The version of a draft that the admin has seen, by its last change. */
const seen = { seen: z.iso.datetime('invalid') }

/** A draft's name and words; a language may be missing until it is published. */
export const TextDraft = TextId.extend({
  ...seen,
  version: z
    .string('required')
    .trim()
    .min(1, 'required')
    .regex(/^[a-z0-9][a-z0-9.-]{0,19}$/, 'version'),
  en: Body,
  de: Body,
})
export type TextDraft = z.output<typeof TextDraft>

export const TextPublication = TextId.extend({ ...seen, from: CalendarDate, reason: Reason })
export type TextPublication = z.output<typeof TextPublication>

export const TextWithdrawal = TextId.extend({ reason: Reason })
export type TextWithdrawal = z.output<typeof TextWithdrawal>

/** The version a member accepts or has read, and the language it was shown in. */
export const TextAcceptance = TextId.extend({ language: z.enum(LANGUAGES, 'invalid') })
export type TextAcceptance = z.output<typeof TextAcceptance>
