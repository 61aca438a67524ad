import { z } from 'zod'
import { CalendarDate } from '@/lib/fields'
import { isCountry } from './rules'

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional())

export const CountryId = z.object({ code: z.string('country').refine(isCountry, 'country') })

/** From which day on a country is offered. */
export const CountryOpening = CountryId.extend({ from: CalendarDate })
export type CountryOpening = z.output<typeof CountryOpening>

/** The last day on which a country is offered. */
export const CountryEnding = CountryId.extend({ to: CalendarDate })
export type CountryEnding = z.output<typeof CountryEnding>

/** Who runs the programme in a country where we do not; both empty when unknown. */
export const CountryOperator = CountryId.extend({
  operator: optional(z.string('invalid').trim().max(120, 'tooLong')),
  url: optional(z.url({ protocol: /^https$/, error: 'webAddress' }).max(300, 'tooLong')),
}).superRefine(({ operator, url }, ctx) => {
  if (url && !operator) ctx.addIssue({ code: 'custom', message: 'required', path: ['operator'] })
})
export type CountryOperator = z.output<typeof CountryOperator>
