import { z } from 'zod'
import { isCountry } from '@/lib/countries/rules'
import { CalendarDate } from '@/lib/fields'
import type { Thresholds } from './rules'

/** How many items of equipment are evaluated at most. */
export const MAX_ITEMS = 40

/**
 * The equipment from the address: items as typed, several in one field separated by semicolons, line ends, or commas followed by
 * a space (`F2,8` stays whole).
 */
export const EquipmentList = z.preprocess(
  (typed) => [typed ?? []].flat(),
  z.array(z.string().catch('')).transform((typed) =>
    typed
      .flatMap((one) => one.split(/[;\r\n]+|,\s+/))
      .map((one) => one.replaceAll('\0', '').toWellFormed().trim().slice(0, 100))
      .filter(Boolean)
      .slice(0, MAX_ITEMS),
  ),
)

/** A country from the address; anything else is null. */
export const ChosenCountry = z.string().refine(isCountry).nullable().catch(null)

const wholeNumber = z
  .string('whole')
  .trim()
  .regex(/^\d{1,4}$/, 'whole')
  .transform(Number)
  .pipe(z.number().max(1000, 'whole'))

const id = z.uuid()
/** From an address; null if invalid. */
export const StatusRuleId = id.nullable().catch(null)
const optionalId = z.preprocess((typed) => typed || undefined, id.optional())
const Reason = z.string('required').trim().min(1, 'required').max(500, 'tooLong')

/** Thresholds and the day from which they are to apply; `draft` is the one they were changed from. */
export const StatusRuleDraft = z
  .object({
    silverProducts: wholeNumber,
    silverCameras: wholeNumber,
    goldProducts: wholeNumber,
    goldCameras: wholeNumber,
    platinumProducts: wholeNumber,
    platinumCameras: wholeNumber,
    effectiveFrom: CalendarDate,
    draft: optionalId,
  })
  .transform(({ effectiveFrom, draft, ...typed }) => ({
    effectiveFrom,
    draft,
    thresholds: {
      silver: { products: typed.silverProducts, cameras: typed.silverCameras },
      gold: { products: typed.goldProducts, cameras: typed.goldCameras },
      platinum: { products: typed.platinumProducts, cameras: typed.platinumCameras },
    } satisfies Thresholds,
  }))
export type StatusRuleDraft = z.output<typeof StatusRuleDraft>

/** `draft` is what was simulated; `replaces` the coming version of the same day that the page showed. */
export const StatusRulePublication = z.object({ draft: id, replaces: optionalId, reason: Reason })
export type StatusRulePublication = z.output<typeof StatusRulePublication>

export const StatusRuleDraftId = z.object({ draft: id })
export const StatusRuleWithdrawal = z.object({ id, reason: Reason })
export type StatusRuleWithdrawal = z.output<typeof StatusRuleWithdrawal>
