import { z } from 'zod'
import { CalendarDate, Email, PersonName } from '@/lib/fields'
import { LANGUAGES } from '@/lib/lists'

/** What a member may always change at once. */
export const Preferences = z.object({
  country: z.string('country').regex(/^[A-Z]{2}$/, 'country'),
  language: z.enum(LANGUAGES),
})
export type Preferences = z.output<typeof Preferences>

/** Name and date of birth. `why` is needed once purchases are verified, when a reviewer decides. */
export const Identity = z.object({
  firstName: PersonName,
  surname: PersonName,
  bornOn: CalendarDate,
  why: z.string().trim().max(500, 'tooLong').default(''),
})
export type Identity = z.output<typeof Identity>

export const NewEmail = z.object({ email: Email })

export const EmailToken = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'invalid') })

/** A button with nothing to fill in. */
export const EmptyForm = z.object({})
