import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** A key of its own, drawn from AUTH_SECRET (HKDF with SHA-256, RFC 5869), so that no other use of the setting can open it. */
const keyOf = (setting: string) => Buffer.from(hkdfSync('sha256', setting, '', 'lumix authenticator', 32))

/**
 * A secret as it is kept: AES-256-GCM with a nonce of its own, bound to its account, as base64url of nonce, tag and text. Copied
 * into the row of another account it does not open.
 */
export function seal(setting: string, accountId: string, secret: Uint8Array): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(setting), nonce).setAAD(Buffer.from(accountId))
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
}

/** The secret again. Throws for one that was changed, sealed under another AUTH_SECRET, or for another account. */
export function unseal(setting: string, accountId: string, sealed: string): Uint8Array {
  const whole = Buffer.from(sealed, 'base64url')
  const [nonce, tag] = [whole.subarray(0, NONCE), whole.subarray(NONCE, NONCE + TAG)]
  const cipher = createDecipheriv('aes-256-gcm', keyOf(setting), nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(accountId)).setAuthTag(tag)
  return new Uint8Array(Buffer.concat([cipher.update(whole.subarray(NONCE + TAG)), cipher.final()]))
}
