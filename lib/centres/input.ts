import { z } from 'zod'
import { isCountry } from '@/lib/countries/rules'
import { isTimeZone, usualTimeZone } from '@/lib/countries/time-zones'
import { CalendarDate } from '@/lib/fields'
import { BASES } from '@/lib/lists'
import { LogFilter } from '@/lib/log-reading/input'
import { SPOKEN_LANGUAGES, transferProblem } from './rules'

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional())
const text = (max: number) => z.string('required').trim().min(1, 'required').max(max, 'tooLong')
const list = (value: unknown) => (value === undefined ? [] : [value].flat())

/**
 * A service centre as an admin enters it. Fields of a legal basis other than the chosen one are dropped; the time zone defaults
 * to the country's usual one.
 */
export const Centre = z
  .object({
    name: text(120),
    city: text(80),
    country: z.string('country').refine(isCountry, 'country'),
    timeZone: optional(z.string('invalid').refine(isTimeZone, 'timeZone')),
    languages: z.preprocess(
      list,
      z.array(z.enum(SPOKEN_LANGUAGES, 'invalid')).min(1, 'spoken').max(SPOKEN_LANGUAGES.length),
    ),
    contact: optional(z.string('invalid').trim().max(200, 'tooLong')),
    lead: optional(z.uuid('invalid')),
    basis: optional(z.enum(BASES, 'invalid')),
    decision: optional(z.string('invalid').trim().max(200, 'tooLong')),
    clausesOn: optional(CalendarDate),
  })
  .superRefine((centre, ctx) => {
    const problem = transferProblem(centre)
    if (problem) ctx.addIssue({ code: 'custom', message: problem.message, path: [problem.field] })
  })
  .transform((centre) => ({
    ...centre,
    timeZone: centre.timeZone ?? usualTimeZone(centre.country),
    decision: centre.basis === 'adequacy' ? centre.decision : undefined,
    clausesOn: centre.basis === 'clauses' ? centre.clausesOn : undefined,
  }))
export type Centre = z.output<typeof Centre>

const Id = z.object({ id: z.uuid('invalid') })
export const CentreChange = Id.and(Centre)
export const CentreOpening = Id.extend({ open: z.enum(['yes', 'no'], 'invalid') })

/** The filter of a lead's checks from the page's address; malformed values are ignored. Both days are included. */
export const ChecksFilter = LogFilter.pick({ from: true, to: true, before: true }).extend({
  person: z.uuid().optional().catch(undefined),
})
export type ChecksFilter = z.output<typeof ChecksFilter>
