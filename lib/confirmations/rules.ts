import { addDays } from '@/lib/time'

/** After how many days an unanswered list is requested again, and after how many the admins are notified. */
export const REMIND_AFTER = 14
export const LATE_AFTER = 28

/** Returns the first day of the quarter that a calendar date belongs to. */
export function quarterOf(date: string): string {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** Returns the number of a quarter, from 1 to 4, and its year, for the texts. */
export const quarterWords = (quarter: string) => ({
  quarter: (Number(quarter.slice(5, 7)) + 2) / 3,
  year: quarter.slice(0, 4),
})

export type ConfirmationState = 'open' | 'late' | 'done'

/** Returns the state on the day `today` of a list created on `createdOn` with `open` people still unanswered. */
export function confirmationState(
  { createdOn, open }: { createdOn: string; open: number },
  today: string,
): ConfirmationState {
  if (open === 0) return 'done'
  return addDays(createdOn, LATE_AFTER) <= today ? 'late' : 'open'
}
