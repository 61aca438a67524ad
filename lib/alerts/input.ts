import { z } from 'zod'

/** What an admin found out about an alert. */
export const AlertSettlement = z.object({
  id: z.uuid('invalid'),
  note: z.string('required').trim().min(1, 'required').max(500, 'tooLong'),
})
export type AlertSettlement = z.output<typeof AlertSettlement>

/** Which alerts a list shows, by its address. */
export const AlertState = z.enum(['open', 'settled']).catch('open')
export type AlertState = z.output<typeof AlertState>
