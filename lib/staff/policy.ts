import { type Actor, hasRole } from '@/lib/actor'

/** Nobody changes their own role or disables themselves, so that one admin alone can never leave nobody behind. */
export const canChangeStaff = (actor: Actor, person: { id: string }) =>
  hasRole(actor, 'admin') && actor.id !== person.id
