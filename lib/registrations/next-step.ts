import { countsOn, countsUntil, type Holding, type QualifyingDates } from '@/lib/catalogue/counting'
import type { RegistrationState } from '@/lib/lists'
import { berlinDate } from '@/lib/time'
import { canAppeal } from './rules'

/** What the member can or must do next; for a verified registration, whether it counts. */
type NextStepForMember =
  | 'send-file'
  | 'appeal'
  | 'wait'
  | 'counts'
  | 'counts-until'
  | 'counts-from'
  | 'counted-until'
  | 'does-not-count'
  | 'none'

type NextStep = { next: NextStepForMember; nextDay: string | null }

export type RegistrationFacts = {
  state: RegistrationState
  createdAt: Date
  appealedAt: Date | null
  invoice: { state: string }
  product: QualifyingDates
  term: Omit<Holding, 'registeredOn'>
}

/** Returns what the member can or must do next about a registration, and `nextDay`, the date that belongs to it, if any. */
export const nextStep = (registration: RegistrationFacts, today: string): NextStep =>
  registration.state === 'verified'
    ? countingStep(registration, today)
    : { next: nextMove(registration), nextDay: null }

function nextMove({ state, appealedAt, invoice }: RegistrationFacts): NextStepForMember {
  if (state === 'needs_attention') return 'send-file'
  if (state === 'pending') return invoice.state === 'unreadable' ? 'send-file' : 'wait'
  return canAppeal({ state, appealedAt }) ? 'appeal' : 'none'
}

/** Returns whether a verified registration counts, and until or from when. */
function countingStep({ product, term, createdAt }: RegistrationFacts, today: string): NextStep {
  const holding = { registeredOn: berlinDate(createdAt), ...term }
  const until = countsUntil(product, holding)
  if (countsOn(product, holding, today)) return { next: until ? 'counts-until' : 'counts', nextDay: until }
  const { qualifyingFrom: from } = product
  if (from === null) return { next: 'does-not-count', nextDay: null }
  return from > today ? { next: 'counts-from', nextDay: from } : { next: 'counted-until', nextDay: until }
}
