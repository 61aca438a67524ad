import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SECRET_BYTES } from './rules'
import { seal, unseal } from './seal'

const setting = 'a secret of at least thirty-two characters'
const secret = fc.uint8Array({ minLength: SECRET_BYTES, maxLength: SECRET_BYTES })

test('a sealed secret opens only for its account, and only under its setting', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), secret, (account, other, kept) => {
      const sealed = seal(setting, account, kept)
      expect(sealed).toMatch(/^[A-Za-z0-9_-]{64}$/)
      expect(unseal(setting, account, sealed)).toEqual(kept)
      expect(() => unseal(`${setting}.`, account, sealed)).toThrow()
      if (account !== other) expect(() => unseal(setting, other, sealed)).toThrow()
    }),
  )
})

test('one changed character is noticed, wherever it is', () => {
  const account = crypto.randomUUID()
  const sealed = seal(setting, account, new Uint8Array(SECRET_BYTES))
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(() => unseal(setting, account, changed)).toThrow()
  }
})

test('sealing the same secret never gives the same result', () => {
  const account = crypto.randomUUID()
  const all = Array.from({ length: 100 }, () => seal(setting, account, new Uint8Array(SECRET_BYTES)))
  expect(new Set(all).size).toBe(100)
})
