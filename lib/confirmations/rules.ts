import { addDays } from '@/lib/time'

/** After how many days a list that is not answered is asked for once more, and after how many the admins are told. */
export const REMIND_AFTER = 14
export const LATE_AFTER = 28

/** The first day of the quarter that a calendar date belongs to. */
export function quarterOf(date: string): string {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** The number of a quarter, from 1 to 4, and its year, for words. */
export const quarterWords = (quarter: string) => ({
  quarter: (Number(quarter.slice(5, 7)) + 2) / 3,
  year: quarter.slice(0, 4),
})

export type ConfirmationState = 'open' | 'late' | 'done'

/** How a list made on the day `madeOn` stands on the day `today`, while `open` of its people still wait for an answer. */
export function confirmationState(
  { madeOn, open }: { madeOn: string; open: number },
  today: string,
): ConfirmationState {
  if (open === 0) return 'done'
  return addDays(madeOn, LATE_AFTER) <= today ? 'late' : 'open'
}
