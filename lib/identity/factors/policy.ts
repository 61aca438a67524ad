import { isPending, type Person } from '@/lib/actor'
import { hasFreshFactor } from '@/lib/fresh-factor'
import type { Role } from '@/lib/lists'
import { type Factors, hasFactor } from './rules'

/** An app's codes can be phished; for administrators a passkey, which cannot, is the only factor. */
export const mayUseApp = (role: Role) => role === 'desk' || role === 'reviewer'

/**
 * Whether this person may add or remove a factor now. Someone signed in by code alone may add only the first: otherwise a mailbox
 * would be enough to bypass the existing one. Staff who have one show it again first. Members need none.
 */
export function mayChangeFactors(person: Person, factors: Factors, at: Date) {
  if (person.role === 'member' || !hasFactor(factors)) return true
  return !isPending(person) && hasFreshFactor(person, at)
}

/** The staff are never without a factor; a member may be. */
export const mayRemove = (person: Person, left: Factors) => person.role === 'member' || hasFactor(left)
