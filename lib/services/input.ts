import { z } from 'zod'
import { isCountry } from '@/lib/countries/rules'
import { CalendarDate } from '@/lib/fields'
import { LANGUAGES, UNITS } from '@/lib/lists'
import { isCalendarDate } from '@/lib/time'
import { STATUSES_WITH_SERVICES } from './rules'

const Reason = z.string('required').trim().min(1, 'required').max(500, 'tooLong')
/** English is the fallback for every other language; the others may follow later. */
const English = z.string('required').trim().min(1, 'required').max(200, 'tooLong')
const Texts = z.string().trim().max(200, 'tooLong').default('')
const Quantity = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, 'whole')
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .pipe(z.number().min(1, 'whole').max(1000, 'whole').nullable())
  .default(null)
const noneAsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const Country = z.preprocess(noneAsNull, z.string().refine(isCountry, 'country').nullable())

/** A benefit for a status in a country, or (null) in every country without a line of its own. */
const place = { benefit: z.uuid(), status: z.enum(STATUSES_WITH_SERVICES), country: Country }
const when = { from: CalendarDate, seen: z.string().max(2000).default(''), reason: Reason }

/**
 * A new line from a day on. `offered` "no": the benefit is not offered in the country. A quantity must also appear in every text,
 * so that the two never differ.
 */
export const ServiceChange = z
  .object({
    ...place,
    ...when,
    offered: z.enum(['yes', 'no']).default('yes'),
    en: z.string().default(''),
    de: Texts,
    quantity: Quantity,
  })
  .transform((typed, ctx) => {
    if (typed.offered === 'no') return { ...typed, en: '', de: '', quantity: null }
    const en = English.safeParse(typed.en)
    for (const issue of en.error?.issues ?? [])
      ctx.addIssue({ code: 'custom', path: ['en'], message: issue.message })
    for (const language of LANGUAGES)
      if (typed.quantity !== null && typed[language].trim() && !mentions(typed[language], typed.quantity))
        ctx.addIssue({ code: 'custom', path: [language], message: 'quantityInText' })
    return { ...typed, en: en.data ?? '' }
  })
export type ServiceChange = z.output<typeof ServiceChange>

const mentions = (text: string, quantity: number) => (text.match(/\d+/g) ?? []).map(Number).includes(quantity)

/** No line from a day on. */
export const ServiceEnd = z.object({ ...place, ...when })
export type ServiceEnd = z.output<typeof ServiceEnd>

export const ServiceWithdrawal = z.object({ line: z.uuid(), reason: Reason })
export type ServiceWithdrawal = z.output<typeof ServiceWithdrawal>

const Unit = z.preprocess(noneAsNull, z.enum(UNITS).nullable())
export const NewBenefit = z.object({ en: English, de: Texts, unit: Unit })
export type NewBenefit = z.output<typeof NewBenefit>
export const BenefitRenaming = z.object({ benefit: z.uuid(), en: English, de: Texts, unit: Unit })
export type BenefitRenaming = z.output<typeof BenefitRenaming>
export const BenefitMove = z.object({ benefit: z.uuid(), to: z.enum(['up', 'down']) })
export type BenefitMove = z.output<typeof BenefitMove>

/** Values from an address; anything invalid becomes null: a day, a country, a benefit's id, a status. */
export const DayParameter = z.string().refine(isCalendarDate).nullable().catch(null)
export const CountryParameter = z.string().refine(isCountry).nullable().catch(null)
export const BenefitParameter = z.uuid().nullable().catch(null)
export const StatusParameter = z.enum(STATUSES_WITH_SERVICES).nullable().catch(null)
