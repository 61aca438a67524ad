import type { RegistrationState } from '@/lib/lists'
import { looksMistyped } from '@/lib/registrations/rules'

/** How a registration of the same unit by somebody else concerns this one. */
export type Conflict = 'verifiedElsewhere' | 'stolenElsewhere' | 'seenElsewhere'

export function conflictOf(otherState: RegistrationState): Conflict {
  if (otherState === 'verified') return 'verifiedElsewhere'
  return otherState === 'stolen' ? 'stolenElsewhere' : 'seenElsewhere'
}

/** Warnings for a reviewer: message keys of `reviews.warnings`. */
export type Warning = 'inFuture' | 'oddSerial' | 'notQualifying'

/** Returns the warnings for a registration on a day. They block nothing. */
export function warningsFor(
  registration: { purchasedOn: string; serialTyped: string; qualifying: boolean },
  today: string,
): Warning[] {
  const candidates: [Warning, boolean][] = [
    ['inFuture', registration.purchasedOn > today],
    ['oddSerial', looksMistyped(registration.serialTyped)],
    ['notQualifying', !registration.qualifying],
  ]
  return candidates.filter(([, applies]) => applies).map(([warning]) => warning)
}

/** Returns the first sentence of a text, which is what fits into a list of reasons. */
export const firstSentence = (text: string) => /^.*?[.?](?=\s|$)/su.exec(text)?.[0] ?? text

/** The limit up to which the queue is counted, so that a long one stays fast. */
export const COUNT_LIMIT = 1000
/** For how long a colleague who opened an item may still be working on it, in milliseconds. */
export const COLLEAGUE_TIMEOUT = 5 * 60_000
