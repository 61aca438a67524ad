import type { RegistrationState } from '@/lib/lists'
import { looksMistyped } from '@/lib/registrations/rules'

/** How a registration of the same unit by somebody else concerns this one. */
export type Conflict = 'verifiedElsewhere' | 'stolenElsewhere' | 'seenElsewhere'

export function conflictOf(otherState: RegistrationState): Conflict {
  if (otherState === 'verified') return 'verifiedElsewhere'
  return otherState === 'stolen' ? 'stolenElsewhere' : 'seenElsewhere'
}

/** What a reviewer should look at twice: keys of `reviews.warnings`. */
export type Warning = 'inFuture' | 'oddSerial' | 'notQualifying'

/** The warnings for a registration on a day. They block nothing. */
export function warningsFor(
  registration: { purchasedOn: string; serialTyped: string; qualifying: boolean },
  today: string,
): Warning[] {
  const found: [Warning, boolean][] = [
    ['inFuture', registration.purchasedOn > today],
    ['oddSerial', looksMistyped(registration.serialTyped)],
    ['notQualifying', !registration.qualifying],
  ]
  return found.filter(([, holds]) => holds).map(([warning]) => warning)
}

/** The first sentence of a text, which is what a list of reasons has room for. */
export const firstSentence = (text: string) => /^.*?[.?](?=\s|$)/su.exec(text)?.[0] ?? text

/** How far the items of the queue are counted, so that a long one stays as quick as a short one. */
export const COUNTED = 1000
/** For how long the colleague who opened an item may still be at it, in milliseconds. */
export const STILL_AT_IT = 5 * 60_000
