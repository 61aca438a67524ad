import { hash } from 'node:crypto'
import { tokenHash } from '@/lib/auth/secrets'
import { addDays, berlinDate } from '@/lib/calendar'
import { drawMembershipNumber } from '@/lib/memberships/number'
import { type Status, statusByCount, type Tier, termFrom } from '@/lib/memberships/rules'

// Everything about the n-th person follows from n, so that the requests know whom the database holds without asking it.

/** What the rows refer to, read from the migrated database. */
export type Programme = { cameras: string[]; lenses: string[]; tiers: Tier[]; ruleVersionId: string }
export type Good = { id: string; product: string; invoice: string; serial: string; at: Date; waits: boolean }
export type Person = ReturnType<typeof person>

const DAY = 24 * 60 * 60_000
/** How many products the members with these last digits have: 3.6 on average, nobody more than eleven. */
const PRODUCTS = [0, 0, 1, 2, 2, 3, 4, 6, 7, 11]
const COUNTRIES = ['DE', 'FR', 'GB', 'IT', 'ES', 'PL', 'SE', 'AT']
const SURNAMES = ['Albers', 'Brandt', 'Castillo', 'Dubois', 'Eriksson', 'Ferrari', 'Gruber', 'Hughes']

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
export const waits = (n: number) => n % 50 === 7

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
    surname: `${SURNAMES[n % 8]} ${n}`,
    country: COUNTRIES[n % 8],
    goods,
    status: statusByCount(tiers, held) as Status,
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
