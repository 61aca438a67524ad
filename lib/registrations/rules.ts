import type { RegistrationState } from '@/lib/lists'

/** Who moves a registration: the member it belongs to, or staff who may decide about it. */
export type TransitionActor = 'member' | 'reviewer' | 'admin'
/** What a move must bring: a reason from the list, a new file, or the one appeal that a member has. */
type Need = 'nothing' | 'reason' | 'file' | 'appeal'
type Move = { from: RegistrationState; to: RegistrationState; by: readonly TransitionActor[]; needs: Need }

const MEMBER = ['member'] as const
const STAFF = ['reviewer', 'admin'] as const
const ANYONE = [...MEMBER, ...STAFF] as const

/** Every move there is. What is not here is refused. */
export const TRANSITIONS: readonly Move[] = [
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

/** The move from one state to another with what it needs, or undefined when there is none. */
export function transitionBetween(from: RegistrationState, to: RegistrationState): Move | undefined {
  return TRANSITIONS.find((move) => move.from === from && move.to === to)
}

/** Whether this person may make this move, as far as the states go; the policy answers for the record. */
export function canTransition(from: RegistrationState, to: RegistrationState, by: TransitionActor): boolean {
  return transitionBetween(from, to)?.by.includes(by) ?? false
}

/** Where this person can take a registration from here, in the order of the table. */
export function transitionsFrom(from: RegistrationState, by: TransitionActor): RegistrationState[] {
  return TRANSITIONS.filter((move) => move.from === from && move.by.includes(by)).map((move) => move.to)
}

/** A member may appeal a refusal once. */
export function canAppeal(registration: { state: RegistrationState; appealedAt: Date | null }): boolean {
  return registration.state === 'refused' && registration.appealedAt === null
}

/** Only a verified registration counts towards a status. */
export const countsTowardsStatus = (state: RegistrationState) => state === 'verified'

/** Whether nobody else's registration of the same unit can be verified meanwhile. */
export const blocksUnit = (state: RegistrationState) => state === 'verified' || state === 'stolen'

/**
 * How serial numbers are compared: upper case, letters and digits only, O read as 0, I as 1, no leading zeros. Takes any text;
 * returns '' when there is no letter or digit in it, and '0' for zeros alone. What was typed is kept beside it.
 */
export function serialKey(typed: string): string {
  return lettersAndDigits(typed).replace(/^0+(?=.)/u, '')
}

/**
 * Whether a serial number looks odd: shorter than 5 or longer than 16 characters, without a digit, one character repeated, or
 * with characters that are not printed on equipment. It warns and never blocks, for makers change their formats.
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
