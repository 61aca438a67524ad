import { Refusal } from '@/lib/errors'
import type { Actor } from './actor'
import { FRESH_FACTOR } from '@/lib/identity/rules'

/** Has this session shown a second factor in the last five minutes? Asked before what weighs more than reading. */
export const hasFreshFactor = (actor: Actor, at: Date) =>
  actor.factorAt !== undefined &&
  actor.factorAt <= at &&
  at.getTime() - actor.factorAt.getTime() <= FRESH_FACTOR

/** Refuses what weighs more than reading when the factor was shown too long ago. */
export function requireFreshFactor(actor: Actor, at: Date) {
  if (!hasFreshFactor(actor, at)) throw new Refusal('stepUp')
}
