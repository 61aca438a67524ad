import type { RegistrationState } from '@/lib/lists'

/** Who changes a registration's state: its member, or staff who may decide about it. */
export type TransitionActor = 'member' | 'reviewer' | 'admin'
/** What a transition requires: a reason from the list, a new file, or the member's one appeal. */
type Need = 'nothing' | 'reason' | 'file' | 'appeal'
type Transition = {
  from: RegistrationState
  to: RegistrationState
  by: readonly TransitionActor[]
  needs: Need
}

const MEMBER = ['member'] as const
const STAFF = ['reviewer', 'admin'] as const
const ANYONE = [...MEMBER, ...STAFF] as const

/** All allowed transitions. */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'pending', to: 'verified', by: STAFF, needs: 'nothing' },
  { from: 'pending', to: 'needs_attention', by: STAFF, needs: 'reason' },
  { from: 'pending', to: 'refused', by: STAFF, needs: 'reason' },
  { from: 'pending', to: 'withdrawn', by: MEMBER, needs: 'nothing' },
  { from: 'needs_attention', to: 'pending', by: MEMBER, needs: 'file' },
  { from: 'needs_attention', to: 'withdrawn', by: MEMBER, needs: 'nothing' },
  { from: 'refused', to: 'pending', by: MEMBER, needs: 'appeal' },
  { from: 'refused', to: 'withdrawn', by: MEMBER, needs: 'nothing' },
  { from: 'verified', to: 'withdrawn', by: MEMBER, needs: 'nothing' },
  { from: 'verified', to: 'sold', by: ANYONE, needs: 'reason' },
  { from: 'verified', to: 'stolen', by: ANYONE, needs: 'reason' },
  { from: 'verified', to: 'replaced', by: ANYONE, needs: 'reason' },
  // verified by mistake; the member can appeal as after any refusal
  { from: 'verified', to: 'refused', by: STAFF, needs: 'reason' },
]

/** Returns the transition between two states, or undefined when there is none. */
export function transitionBetween(from: RegistrationState, to: RegistrationState): Transition | undefined {
  return TRANSITIONS.find((transition) => transition.from === from && transition.to === to)
}

/** Whether this person may make this transition, judging by the states alone; the policy decides about the record. */
export function canTransition(from: RegistrationState, to: RegistrationState, by: TransitionActor): boolean {
  return transitionBetween(from, to)?.by.includes(by) ?? false
}

/** Returns the states to which this person can change a registration, in the order of the table. */
export function transitionsFrom(from: RegistrationState, by: TransitionActor): RegistrationState[] {
  return TRANSITIONS.filter((transition) => transition.from === from && transition.by.includes(by)).map(
    (transition) => transition.to,
  )
}

/** A member may appeal a refusal once. */
export function canAppeal(registration: { state: RegistrationState; appealedAt: Date | null }): boolean {
  return registration.state === 'refused' && registration.appealedAt === null
}

/** Only a verified registration counts towards a status. */
export const countsTowardsStatus = (state: RegistrationState) => state === 'verified'

/** Whether this state prevents verifying the same unit for somebody else. */
export const blocksUnit = (state: RegistrationState) => state === 'verified' || state === 'stolen'

/**
 * Returns the key by which serial numbers are compared: upper case, letters and digits only, O read as 0, I as 1, no leading
 * zeros. Accepts any text; returns '' without letters and digits, and '0' for zeros alone. The typed text is stored separately.
 */
export function serialKey(typed: string): string {
  return lettersAndDigits(typed).replace(/^0+(?=.)/u, '')
}

/**
 * Whether a serial number looks odd: shorter than 5 or longer than 16 characters, without a digit, one character repeated, or
 * with characters that are not printed on equipment. Only a warning, since makers change their formats.
 */
export function looksMistyped(typed: string): boolean {
  const bare = lettersAndDigits(typed)
  return !/^[0-9A-Z]{5,16}$/.test(bare) || !/\d/.test(bare) || /^(.)\1*$/.test(bare)
}

function lettersAndDigits(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll('I', '1')
}
