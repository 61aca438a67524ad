import { type Actor, hasRole } from '@/lib/actor'
import { Refusal } from '@/lib/errors'

/** An admin changes every membership but the private one that is linked to their own account. */
export const canManage = (actor: Actor, { memberId }: { memberId: number }) =>
  hasRole(actor, 'admin') && actor.ownMemberId !== memberId

export function requireManage(actor: Actor, member: { memberId: number }) {
  if (canManage(actor, member)) return
  throw new Refusal(hasRole(actor, 'admin') ? 'ownMembership' : 'notAllowed')
}
