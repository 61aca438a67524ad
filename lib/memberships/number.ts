import { mod37_36 } from 'cdigit'

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CANONICAL = new RegExp(`^[${ALPHABET}]{10}$`)
const MAX_DRAWS = 100

/** Returns `count` unpredictable bytes. */
export type RandomBytes = (count: number) => Uint8Array

/**
 * Creates a membership number such as `LP-7K3M9-Q2XH7`: nine random characters (45 bits), then the check character of ISO/IEC
 * 7064, MOD 37,36. Retries while that is I, L, O or U. Throws after 100 failures in a row, which only a broken random source can
 * cause. The unique index ensures that the number is free.
 */
export function drawMembershipNumber(random: RandomBytes = cryptoBytes): string {
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const body = Array.from(random(9), (byte) => ALPHABET.charAt(byte % 32)).join('')
    const digits = mod37_36.generate(body)
    if (CANONICAL.test(digits)) return groupDigits(digits)
  }
  throw new Error('The random source repeats itself.')
}

/**
 * Returns the canonical form of a typed number, or null when it is none. Ignores case, spaces, hyphens and a missing `LP`; reads
 * O as 0, I and L as 1. The check character detects every single wrong character, and every swap of two neighbours, except
 * characters adjacent in 0–9 A–Z, which pass one time in 36.
 */
export function parseMembershipNumber(typed: string): string | null {
  if (typed.length > 100) return null
  const bare = typed.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}._/−]/gu, '')
  if (!/^[0-9A-Za-z]+$/.test(bare)) return null
  const digits = withoutPrefix(bare.toUpperCase()).replaceAll('O', '0').replace(/[IL]/g, '1')
  return CANONICAL.test(digits) && mod37_36.validate(digits) ? groupDigits(digits) : null
}

/** By length, because a number may itself start with `1P`, which looks like `LP`. */
function withoutPrefix(bare: string): string {
  return bare.length === 12 ? bare.replace(/^[LI1]P/, '') : bare
}

function groupDigits(digits: string): string {
  return `LP-${digits.slice(0, 5)}-${digits.slice(5)}`
}

function cryptoBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}
