import type { FactorResetStage } from '@/lib/lists'

/** Between the second admin's word and the removal, so that whoever is wronged can read a mail and cancel; in milliseconds. */
export const FACTOR_RESET_DELAY = 24 * 60 * 60_000

type Stamps = { confirmedAt: Date | null; cancelledAt: Date | null; doneAt: Date | null }

/** How far a lost factor has come: what ended it goes before what led there. */
export function factorResetStage({ confirmedAt, cancelledAt, doneAt }: Stamps): FactorResetStage {
  if (doneAt) return 'done'
  if (cancelledAt) return 'cancelled'
  return confirmedAt ? 'confirmed' : 'asked'
}

/** When it is carried out, if nobody cancels; null before a second person has confirmed. */
export const dueAt = ({ confirmedAt }: Pick<Stamps, 'confirmedAt'>) =>
  confirmedAt && new Date(confirmedAt.getTime() + FACTOR_RESET_DELAY)

/** Is it to be carried out at `at`? */
export const isDue = (reset: Stamps, at: Date) => {
  const due = dueAt(reset)
  return factorResetStage(reset) === 'confirmed' && due !== null && due <= at
}
