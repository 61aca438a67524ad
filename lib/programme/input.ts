import { z } from 'zod'
import { isCountry } from '@/lib/countries/rules'

/** Things that fit into a bag that is weighed; who has more needs no reckoning. */
export const MAX_ITEMS = 40

/**
 * The equipment somebody names, from the address: each as they call it, several in one field apart by semicolons, line ends, or
 * commas with a space behind (`F2,8` stays whole).
 */
export const Bag = z.preprocess(
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
