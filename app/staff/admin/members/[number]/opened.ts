import type { openRecord } from '@/lib/members/commands/open'

/** A member's record, as opened by an admin. */
export type OpenedRecord = Awaited<ReturnType<typeof openRecord>>

/** The format of its timestamps. */
export const timestampFormat = { dateStyle: 'medium', timeStyle: 'short' } as const
