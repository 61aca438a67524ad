import { type Actor, hasRole } from '@/lib/actor'

/** Leading a service centre takes both: being one of the people at its desk, and being named as its lead. */
export const isLeadOf = (actor: Actor, centre: { id: string; leadId: string | null }) =>
  hasRole(actor, 'desk') && actor.centreId === centre.id && actor.id === centre.leadId
