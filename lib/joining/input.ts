import { z } from 'zod'
import { CalendarDate, Email, PersonName } from '@/lib/fields'
import { Next } from '@/lib/identity/input'
import { LANGUAGES } from '@/lib/lists'

export const Join = z.object({
  firstName: PersonName,
  surname: PersonName,
  bornOn: CalendarDate,
  country: z.string('country').regex(/^[A-Z]{2}$/, 'country'),
  email: Email,
  language: z.enum(LANGUAGES),
  terms: z.uuid('acceptTerms'),
  privacy: z.uuid('acknowledgePrivacy'),
  next: Next,
})
export type Join = z.output<typeof Join>
