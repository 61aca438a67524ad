import { z } from 'zod'
import { normaliseEmail } from './email'
import { isCalendarDate } from './time'

// Fields that many forms share, each with the message key of its error.

export const Email = z
  .string('required')
  .min(1, 'required')
  .transform((typed, ctx) => {
    const email = normaliseEmail(typed)
    if (!email) ctx.addIssue('email')
    return email ?? ''
  })

/** A person's name: letters of any script with spaces, hyphens, apostrophes and dots. */
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
