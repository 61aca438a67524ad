import { z } from 'zod'
import { CalendarDate } from '@/lib/fields'
import { isCountry } from './rules'

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional())

export const OneCountry = z.object({ code: z.string('country').refine(isCountry, 'country') })

/** From which day on a country is offered. */
export const Opening = OneCountry.extend({ from: CalendarDate })
export type Opening = z.output<typeof Opening>

/** The last day on which a country is offered. */
export const Ending = OneCountry.extend({ to: CalendarDate })
export type Ending = z.output<typeof Ending>

/** Who runs the programme in a country in which we do not; both left empty: nobody we know of. */
export const Operator = OneCountry.extend({
  operator: optional(z.string('invalid').trim().max(120, 'tooLong')),
  url: optional(z.url({ protocol: /^https$/, error: 'webAddress' }).max(300, 'tooLong')),
}).superRefine(({ operator, url }, ctx) => {
  if (url && !operator) ctx.addIssue({ code: 'custom', message: 'required', path: ['operator'] })
})
export type Operator = z.output<typeof Operator>
