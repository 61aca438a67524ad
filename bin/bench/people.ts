import { hash } from 'node:crypto'
import { drawMembershipNumber } from '@/lib/memberships/number'
import { statusByCount, type Tier, termFrom } from '@/lib/memberships/rules'
import { tokenHash } from '@/lib/secrets'
import { addDays, berlinDate } from '@/lib/time'

// Everything about the n-th person follows from n, so that the requests know whom the database holds without asking it.

/** What the rows refer to, read from the migrated database. */
export type Programme = { cameras: string[]; lenses: string[]; tiers: Tier[]; ruleVersionId: string }
export type Good = { id: string; product: string; invoice: string; serial: string; at: Date; waits: boolean }
export type Person = ReturnType<typeof person>

const DAY = 24 * 60 * 60_000
/** How many products the members with these last digits have: 3.6 on average, nobody more than eleven. */
const PRODUCTS = [0, 0, 1, 2, 2, 3, 4, 6, 7, 11]
const COUNTRIES = ['DE', 'FR', 'GB', 'IT', 'ES', 'PL', 'SE', 'AT']

const FIRST_NAMES = [
  ['An', 'Bri', 'Chi', 'Eli', 'Jo', 'Ka', 'Lu', 'Ma', 'Ro', 'Thé'],
  ['a', 'cja', 'en', 'gitte', 'ín', 'lara', 'na', 'ra', 'sé', 'tta'],
] as const
const SYLLABLES = [
  ['Al', 'Ber', 'Cas', 'Du', 'Er', 'Fer', 'Gru', 'Hü', 'Jan', 'Kö', 'Lin', 'Mar', 'Nor', 'Os', 'Pé', 'Rich'],
  [
    'ba',
    'da',
    'ge',
    'ho',
    'ke',
    'li',
    'ma',
    'né',
    'pe',
    'ra',
    'so',
    'te',
    'ul',
    'vi',
    'wa',
    'zö',
    'en',
    'or',
  ],
  ['berg', 'dez', 'feld', 'ger', 'hausen', 'ini', 'kowski', 'lund', 'mann', 'nez', 'rossi', 'sson', 'ström'],
] as const
/** Of 200,000 members, 53 bear each surname and 2 each full name; the n-th is called the same in every run. */
const SURNAMES = 16 * 18 * 13
export function nameOf(n: number) {
  const [first, middle, last] = SYLLABLES
  const one = (n * 1741) % SURNAMES // prime to SURNAMES, so that neighbours are not namesakes
  const surname = `${first[one % 16]}${middle[Math.floor(one / 16) % 18]}${last[Math.floor(one / 288)]}`
  const firstName = `${FIRST_NAMES[0][n % 10]}${FIRST_NAMES[1][Math.floor(n / 10) % 10]}`
  return { firstName, surname }
}

export const id = (what: string) => hash('md5', what).replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-')
export const accountOf = (who: string) => id(`account ${who}`)
/** The cookie of somebody's session; `who` is `member 17` or `desk 3`. */
export const tokenOf = (who: string) => hash('sha256', `session ${who}`, 'base64url')
export const tokenHashOf = (who: string) => tokenHash(tokenOf(who))
export const codeOf = (n: number) => hash('sha256', `card ${n}`, 'base64url')

/** Different for every n, by scattering n over the 45 bits of a number's nine characters. */
export function numberOf(n: number) {
  let draw = n * 64
  return drawMembershipNumber((count) => {
    const scattered = (BigInt(draw++) * 0x9e3779b97f4a7c15n) & ((1n << 45n) - 1n)
    return Uint8Array.from({ length: count }, (_, i) => Number((scattered >> BigInt(5 * i)) & 31n))
  })
}

/** Whether something of this member waits for a reviewer: one in fifty, so the queue grows with the set. */
const waits = (n: number) => n % 50 === 7

export function person(n: number, { cameras, lenses, tiers, ruleVersionId }: Programme, now: Date) {
  const joined = new Date(now.getTime() - (2 + (n % 600)) * DAY)
  const count = PRODUCTS[n % 10] ?? 0
  const goods = Array.from({ length: count }, (_, i) => good(n, i, i % 4 ? lenses : cameras, joined))
  for (const last of goods.slice(-1)) last.waits = waits(n)
  const verified = goods.filter((one) => !one.waits)
  const held = { products: verified.length, cameras: verified.filter((_, i) => i % 4 === 0).length }
  // Most terms run; one in twenty has ended.
  const startsOn = addDays(berlinDate(now), n % 20 === 3 ? -400 : -(n % 300))
  return {
    n,
    account: accountOf(`member ${n}`),
    joined,
    ...nameOf(n),
    country: COUNTRIES[n % 8],
    goods,
    status: statusByCount(tiers, held),
    term: termFrom(startsOn),
    ruleVersionId,
    /** By whom of the desks the card was checked. */
    checks: n % 5 < 2 ? [n % 97, n % 89] : [],
  }
}

function good(n: number, i: number, from: string[], joined: Date): Good {
  return {
    id: id(`registration ${n} ${i}`),
    product: String(from[(n + i) % from.length]),
    invoice: id(`invoice ${n} ${Math.floor(i / 3)}`),
    serial: `WB${n.toString(36)}X${i}`.toUpperCase(),
    at: new Date(joined.getTime() + (i + 1) * 3_600_000),
    waits: false,
  }
}
