import type { openRecord } from '@/lib/members/commands/open'

/** A member's record as it was opened for an admin. */
export type Opened = Awaited<ReturnType<typeof openRecord>>

/** How its moments are written. */
export const stamp = { dateStyle: 'medium', timeStyle: 'short' } as const
