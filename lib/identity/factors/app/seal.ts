import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A separate key, derived from AUTH_SECRET (HKDF with SHA-256, RFC 5869), so that no other use of the setting can open it. */
const keyOf = (setting: string) => Buffer.from(hkdfSync('sha256', setting, '', 'lumix authenticator', 32))

/**
 * Encrypts a secret for storage: AES-256-GCM with its own nonce, bound to its account, as base64url of nonce, tag and text.
 * Copied into the row of another account it does not open.
 */
export function seal(setting: string, accountId: string, secret: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(setting), nonce).setAAD(Buffer.from(accountId))
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
}

/** Decrypts a sealed secret. Throws for one that was changed, sealed under another AUTH_SECRET, or for another account. */
export function unseal(setting: string, accountId: string, sealed: string): Uint8Array {
  const bytes = Buffer.from(sealed, 'base64url')
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)]
  const cipher = createDecipheriv('aes-256-gcm', keyOf(setting), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(accountId)).setAuthTag(tag)
  return new Uint8Array(
    Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]),
  )
}
