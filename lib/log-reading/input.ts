import { z } from 'zod'
import { isCountry } from '@/lib/countries/rules'
import { LOG_ACTIONS } from '@/lib/log/actions'
import { isCalendarDate } from '@/lib/time'

const typed = z.string().trim().max(254).catch('').default('')
const day = z.string().refine(isCalendarDate).optional().catch(undefined)

/** The log's filter from its address; malformed values are ignored. Both days are included. */
export const LogFilter = z.object({
  actor: typed,
  number: typed,
  centre: z.uuid().optional().catch(undefined),
  country: z.string().refine(isCountry).optional().catch(undefined),
  hit: z.enum(['yes', 'no']).optional().catch(undefined),
  action: z
    .enum(['reading', ...LOG_ACTIONS])
    .optional()
    .catch(undefined),
  from: day,
  to: day,
  before: z.coerce.number().int().positive().safe().optional().catch(undefined),
})
export type LogFilter = z.output<typeof LogFilter>
