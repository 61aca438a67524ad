import { z } from 'zod'
import { CalendarDate } from '@/lib/fields'
import { MOST } from './rules'

const Body = z
  .string('required')
  .transform((typed) => typed.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim())
  .pipe(z.string().max(MOST, 'tooLong'))

const Why = z.string('required').trim().min(1, 'required').max(500, 'tooLong')

export const OneDocument = z.object({ id: z.uuid('invalid') })

/** What an admin has seen of a draft: when it was saved last. */
const seen = { seen: z.iso.datetime('invalid') }

/** A draft's name and words; a language may still be missing, until it is published. */
export const Draft = OneDocument.extend({
  ...seen,
  version: z
    .string('required')
    .trim()
    .min(1, 'required')
    .regex(/^[a-z0-9][a-z0-9.-]{0,19}$/, 'version'),
  en: Body,
  de: Body,
})
export type Draft = z.output<typeof Draft>

export const Publication = OneDocument.extend({ ...seen, from: CalendarDate, reason: Why })
export type Publication = z.output<typeof Publication>

export const Withdrawal = OneDocument.extend({ reason: Why })
export type Withdrawal = z.output<typeof Withdrawal>

/** Which version a member accepts or has read, and in which language it was shown. */
export const Acceptance = OneDocument.extend({ language: z.enum(['en', 'de'], 'invalid') })
export type Acceptance = z.output<typeof Acceptance>
