import { describe, expect, test } from 'vitest'
import { BLACK_STATES, blackStateOn, isOpen } from './rules'

const validUntil = '2026-12-20'

describe('an invitation', () => {
  test.each(['waiting', 'approved'])(
    'that is %s is open through its last day, then it has expired',
    (state) => {
      for (const today of ['2026-12-19', '2026-12-20']) {
        expect(blackStateOn({ state, validUntil }, today)).toBe(state)
        expect(isOpen({ state, validUntil }, today)).toBe(true)
      }
      expect(blackStateOn({ state, validUntil }, '2026-12-21')).toBe('expired')
      expect(isOpen({ state, validUntil }, '2026-12-21')).toBe(false)
    },
  )

  test.each(BLACK_STATES.filter((state) => state !== 'waiting' && state !== 'approved'))(
    'that is %s stays so, and nobody can act on it',
    (state) => {
      for (const today of ['2026-12-20', '2026-12-21']) {
        expect(blackStateOn({ state, validUntil }, today)).toBe(state)
        expect(isOpen({ state, validUntil }, today)).toBe(false)
      }
    },
  )
})
