import { z } from 'zod'
import { isCountry } from '@/lib/countries/rules'
import { PERIODS } from './rules'

/** The overview's filter from its address: how many days back, and the country of the members. */
export const OverviewFilter = z.object({
  days: z.coerce
    .number()
    .refine((days) => PERIODS.some((one) => one === days))
    .catch(30),
  country: z.string().refine(isCountry).optional().catch(undefined),
})
export type OverviewFilter = z.output<typeof OverviewFilter>
