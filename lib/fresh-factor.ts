import { Refusal } from '@/lib/errors'
import type { Actor } from './actor'

/**
 * How long a second factor counts as fresh, in milliseconds, for anything more sensitive than reading: roles, Black, rules, bulk
 * export.
 */
export const FRESH_FACTOR = 5 * 60_000

/** Whether this session has shown a second factor in the last five minutes. */
export const hasFreshFactor = (actor: Actor, at: Date) =>
  actor.factorAt !== undefined &&
  actor.factorAt <= at &&
  at.getTime() - actor.factorAt.getTime() <= FRESH_FACTOR

/** Refuses ('stepUp') when the second factor was shown too long ago. */
export function requireFreshFactor(actor: Actor, at: Date) {
  if (!hasFreshFactor(actor, at)) throw new Refusal('stepUp')
}
