import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Random Crockford base-32 characters, of 5 bits each. */
export const drawCharacters = (length: number) =>
  [...randomBytes(length)].map((byte) => CROCKFORD[byte & 31]).join('')

/** A sign-in code: 8 characters, 40 bits. */
export const drawCode = () => drawCharacters(8)

/** The code as a person reads it: `ABCD-EFGH`. */
export const groupCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`

/** Could we have drawn it? What is shown as a code in a mail's link has to be one, or anybody could put words there. */
export const isCode = (code: string) => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code)

/**
 * What was typed, as the code is kept: upper case, without spaces, hyphens and what mail programs put between, O as 0, I and L
 * as 1. Anything may come back; only a code that was drawn has the hash that is kept.
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

/** What is kept of a code: HMAC-SHA-256 (RFC 2104) over the challenge and the normalised code, as 64 hex digits. */
export const codeHash = (secret: string, challengeId: string, code: string) =>
  createHmac('sha256', secret).update(`${challengeId}:${code}`).digest('hex')
