import { isPending, type Person } from '@/lib/actor'
import { hasFreshFactor } from '@/lib/fresh-factor'
import type { Role } from '@/lib/lists'
import { type Factors, hasFactor } from './rules'

/** An app's codes can be talked out of somebody; for whoever administers, a passkey, which cannot, is the only factor. */
export const mayUseApp = (role: Role) => role === 'desk' || role === 'reviewer'

/**
 * May this person add or remove a factor now? Whoever has signed in by code alone may add the first, and no other: or a mailbox
 * would be enough to come in beside the factor. Staff who have one show it again first. Members need none.
 */
export function mayChangeFactors(person: Person, factors: Factors, at: Date) {
  if (person.role === 'member' || !hasFactor(factors)) return true
  return !isPending(person) && hasFreshFactor(person, at)
}

/** The staff are never without a factor; a member may be. */
export const mayRemove = (person: Person, left: Factors) => person.role === 'member' || hasFactor(left)
