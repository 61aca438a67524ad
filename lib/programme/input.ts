import { z } from 'zod'
import { isCountry } from '@/lib/countries/rules'
import type { Thresholds } from './rules'

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

const number = z.coerce.number().int().min(0).max(1000)

/** Thresholds to try, from the address; null when one is missing or no whole number from 0 to 1,000. */
export const Proposal = z
  .object({
    silverProducts: number,
    silverCameras: number,
    goldProducts: number,
    goldCameras: number,
    platinumProducts: number,
    platinumCameras: number,
  })
  .transform(
    (typed): Thresholds => ({
      silver: { products: typed.silverProducts, cameras: typed.silverCameras },
      gold: { products: typed.goldProducts, cameras: typed.goldCameras },
      platinum: { products: typed.platinumProducts, cameras: typed.platinumCameras },
    }),
  )
  .nullable()
  .catch(null)
