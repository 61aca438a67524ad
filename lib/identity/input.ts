import { z } from 'zod'
import { isCalendarDate } from '@/lib/time'
import { normaliseCode } from './code'
import { normaliseEmail } from '@/lib/email'
import { safePath } from './rules'

export const Email = z
  .string('required')
  .min(1, 'required')
  .transform((typed, ctx) => {
    const email = normaliseEmail(typed)
    if (!email) ctx.addIssue('email')
    return email ?? ''
  })

/** A name as people write theirs: letters of any script with spaces, hyphens, apostrophes and dots. */
export const PersonName = z
  .string('required')
  .transform((typed) => typed.normalize('NFC').trim().replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(1, 'required')
      .max(100, 'tooLong')
      .regex(/^[\p{L}\p{M}][\p{L}\p{M} .’'-]*$/u, 'name'),
  )

export const CalendarDate = z.string('date').refine(isCalendarDate, 'date')

const Next = z.preprocess(safePath, z.string().optional())

export const SignIn = z.object({ email: Email, next: Next })

/** Nothing is asked: the browser's cookie says which challenge. */
export const Resend = z.object({})

export const Code = z.object({
  code: z.string('code').transform((typed, ctx) => {
    const code = normaliseCode(typed)
    if (!code) ctx.addIssue('code')
    return code ?? ''
  }),
  next: Next,
})

export const Join = z.object({
  firstName: PersonName,
  surname: PersonName,
  bornOn: CalendarDate,
  country: z.string('country').regex(/^[A-Z]{2}$/, 'country'),
  email: Email,
  language: z.enum(['en', 'de']),
  terms: z.uuid('acceptTerms'),
  privacy: z.uuid('acknowledgePrivacy'),
  next: Next,
})
export type Join = z.output<typeof Join>
