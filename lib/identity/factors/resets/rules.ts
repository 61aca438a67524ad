import type { FactorResetStage } from '@/lib/lists'

/** The delay between confirmation and removal, so that a victim can read the mail and cancel; in milliseconds. */
export const FACTOR_RESET_DELAY = 24 * 60 * 60_000

type Timestamps = { confirmedAt: Date | null; cancelledAt: Date | null; doneAt: Date | null }

/** Returns the stage of a reset; an end takes precedence over earlier stages. */
export function factorResetStage({ confirmedAt, cancelledAt, doneAt }: Timestamps): FactorResetStage {
  if (doneAt) return 'done'
  if (cancelledAt) return 'cancelled'
  return confirmedAt ? 'confirmed' : 'asked'
}

/** Returns when it is carried out, if nobody cancels; null before a second person has confirmed. */
export const dueAt = ({ confirmedAt }: Pick<Timestamps, 'confirmedAt'>) =>
  confirmedAt && new Date(confirmedAt.getTime() + FACTOR_RESET_DELAY)

/** Whether it is due at `at`. */
export const isDue = (reset: Timestamps, at: Date) => {
  const due = dueAt(reset)
  return factorResetStage(reset) === 'confirmed' && due !== null && due <= at
}
