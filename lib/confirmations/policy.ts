import { type Actor, hasRole } from '@/lib/actor'
import { isLeadOf } from '@/lib/centres/policy'

/** The centre's lead confirms its people; an administrator does it when there is no lead, or when the lead does not. */
export const canAnswer = (actor: Actor, centre: { id: string; leadId: string | null }) =>
  hasRole(actor, 'admin') || isLeadOf(actor, centre)

/** Nobody disables themselves, so a lead can only be removed by an administrator. */
export const canRemove = (actor: Actor, person: { id: string }) => actor.id !== person.id
