import { z } from 'zod'
import { isCountry } from '@/lib/countries/rules'
import { isTimeZone, usualTimeZone } from '@/lib/countries/time-zones'
import { CalendarDate } from '@/lib/fields'
import { BASES } from '@/lib/lists'
import { LogFilter } from '@/lib/log-reading/input'
import { SPOKEN_LANGUAGES, transferProblem } from './rules'

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional())
const words = (most: number) => z.string('required').trim().min(1, 'required').max(most, 'tooLong')
const list = (value: unknown) => (value === undefined ? [] : [value].flat())

/**
 * A service centre as an admin writes it down. What belongs to another legal basis than the
 * chosen one is dropped; without a time zone it is the usual one of the country.
 */
export const Centre = z
  .object({
    name: words(120),
    city: words(80),
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
    const flaw = transferProblem(centre)
    if (flaw) ctx.addIssue({ code: 'custom', message: flaw.says, path: [flaw.field] })
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

/** Which checks a lead asks for by the address of the page; what is malformed is not asked for. Both days count in full. */
export const ChecksFilter = LogFilter.pick({ from: true, to: true, before: true }).extend({
  person: z.uuid().optional().catch(undefined),
})
export type ChecksFilter = z.output<typeof ChecksFilter>
