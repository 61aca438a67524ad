import { z } from 'zod'
import { isCountry } from '@/lib/countries/rules'
import { CalendarDate } from '@/lib/fields'
import type { Thresholds } from './rules'

/** Things that fit into a bag that is weighed; who has more needs no reckoning. */
export const MAX_ITEMS = 40

/**
 * The equipment somebody names, from the address: each as they call it, several in one field apart by semicolons, line ends, or
 * commas with a space behind (`F2,8` stays whole).
 */
export const EquipmentList = z.preprocess(
  (given) => [given ?? []].flat(),
  z.array(z.string().catch('')).transform((given) =>
    given
      .flatMap((one) => one.split(/[;\r\n]+|,\s+/))
      .map((one) => one.replaceAll('\0', '').toWellFormed().trim().slice(0, 100))
      .filter(Boolean)
      .slice(0, MAX_ITEMS),
  ),
)

/** A country from the address; anything else is none. */
export const ChosenCountry = z.string().refine(isCountry).nullable().catch(null)

const whole = z
  .string('whole')
  .trim()
  .regex(/^\d{1,4}$/, 'whole')
  .transform(Number)
  .pipe(z.number().max(1000, 'whole'))

const id = z.uuid()
/** From an address; null for what is none. */
export const StatusRuleId = id.nullable().catch(null)
const optionalId = z.preprocess((given) => given || undefined, id.optional())
const Reason = z.string('required').trim().min(1, 'required').max(500, 'tooLong')

/** Thresholds and the day from which they are to apply; `draft` is the one they were changed from. */
export const StatusRuleDraft = z
  .object({
    silverProducts: whole,
    silverCameras: whole,
    goldProducts: whole,
    goldCameras: whole,
    platinumProducts: whole,
    platinumCameras: whole,
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

/** `draft` is what was simulated; `replaces` the coming version of the same day that the page told of. */
export const StatusRulePublication = z.object({ draft: id, replaces: optionalId, reason: Reason })
export type StatusRulePublication = z.output<typeof StatusRulePublication>

export const StatusRuleDraftId = z.object({ draft: id })
export const StatusRuleWithdrawal = z.object({ id, reason: Reason })
export type StatusRuleWithdrawal = z.output<typeof StatusRuleWithdrawal>
