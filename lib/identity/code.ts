import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Returns random Crockford base-32 characters, of 5 bits each. */
export const randomCharacters = (length: number) =>
  [...randomBytes(length)].map((byte) => CROCKFORD[byte & 31]).join('')

/** Returns a new sign-in code: 8 characters, 40 bits. */
export const createCode = () => randomCharacters(8)

/** The code as a person reads it: `ABCD-EFGH`. */
export const groupCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`

/** Whether a text could be a code. The code in a mail's link is shown on the page, so it must not contain arbitrary words. */
export const isCode = (code: string) => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code)

/**
 * Normalises what was typed: upper case, without spaces, hyphens and what mail programs insert, O as 0, I and L as 1. The result
 * may be anything; only a real code has the stored hash.
 */
export function normaliseCode(typed: string): string {
  return typed
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/** The stored form of a code: HMAC-SHA-256 (RFC 2104) over the challenge and the normalised code, as 64 hex digits. */
export const hashCode = (secret: string, challengeId: string, code: string) =>
  createHmac('sha256', secret).update(`${challengeId}:${code}`).digest('hex')
