/** From when to when a model counts: calendar dates, both included. No first day: never. No last day: until further notice. */
export type QualifyingDates = { qualifyingFrom: string | null; qualifyingTo: string | null }

/** The dates of a registration and its membership that decide whether it counts; calendar dates in Europe/Berlin. */
export type Holding = {
  registeredOn: string
  startsOn: string
  expiresOn: string
  firstVerifiedOn: string | null
}

/** Whether a model registered on this day counts. */
export const qualifiesOn = ({ qualifyingFrom, qualifyingTo }: QualifyingDates, day: string) =>
  qualifyingFrom !== null && qualifyingFrom <= day && (qualifyingTo === null || day <= qualifyingTo)

/**
 * Returns the last day on which a verified registration counts, or null when no end is set. A model registered by its last day
 * counts until the term running then is over; the first term is re-dated by the first verification and is still the same term.
 * `countsSql` is the SQL equivalent.
 */
export function countsUntil({ qualifyingTo }: QualifyingDates, held: Holding): string | null {
  if (qualifyingTo === null) return null
  const inThatTerm = held.startsOn <= qualifyingTo || held.startsOn === held.firstVerifiedOn
  const extended = held.registeredOn <= qualifyingTo && inThatTerm
  return extended && held.expiresOn > qualifyingTo ? held.expiresOn : qualifyingTo
}

/** Whether a verified registration counts on a day. */
export function countsOn(model: QualifyingDates, held: Holding, day: string): boolean {
  if (model.qualifyingFrom === null || day < model.qualifyingFrom) return false
  const last = countsUntil(model, held)
  return last === null || day <= last
}

/** The state of a model on a day: it qualifies, will, did, or never does. */
export const QUALIFYING_STATES = ['now', 'coming', 'ended', 'never'] as const
export type QualifyingState = (typeof QUALIFYING_STATES)[number]

export function qualifyingStateOn(
  { qualifyingFrom, qualifyingTo }: QualifyingDates,
  day: string,
): QualifyingState {
  if (qualifyingFrom === null) return 'never'
  if (day < qualifyingFrom) return 'coming'
  return qualifyingTo === null || day <= qualifyingTo ? 'now' : 'ended'
}
