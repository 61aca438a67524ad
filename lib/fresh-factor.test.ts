import { expect, test } from 'vitest'
import type { Actor } from './actor'
import { hasFreshFactor } from './fresh-factor'

const at = new Date('2026-11-24T10:00:00Z')
const actorShown = (secondsAgo?: number) =>
  ({
    factorAt: secondsAgo === undefined ? undefined : new Date(at.getTime() - secondsAgo * 1000),
  }) as unknown as Actor

test('a second factor is fresh for five minutes', () => {
  expect(hasFreshFactor(actorShown(0), at)).toBe(true)
  expect(hasFreshFactor(actorShown(300), at)).toBe(true)
  expect(hasFreshFactor(actorShown(301), at)).toBe(false)
})

test('one that was never shown is not fresh, and neither is one from the future', () => {
  expect(hasFreshFactor(actorShown(), at)).toBe(false)
  expect(hasFreshFactor(actorShown(-1), at)).toBe(false)
})
