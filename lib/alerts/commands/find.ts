import 'server-only'
import type { Database } from '@/db/client'
import type { alerts } from '@/db/schema'
import { addDays, berlinDate, localTime } from '@/lib/time'
import {
  countDailyChecks,
  type LoggedCheck,
  listChecksOfMember,
  listMisses,
  listCentreMisses as missesAt,
} from '../queries/log'
import {
  CENTRE_MISSES_A_DAY,
  COMPARED_DAYS,
  findBursts,
  findCountryChanges,
  HOUR,
  isUnusual,
  MISSES_AN_HOUR,
  medianOf,
  nightOf,
} from '../rules'

// Each finder is given the fresh checks and says which occasions they make. What an occasion is, one person's day or night, one
// centre's day, one member's day, is in its words: the database takes each of them once.

export type Found = Omit<typeof alerts.$inferInsert, 'id' | 'raisedAt'>

const dayOf = ({ at, zone }: LoggedCheck) => localTime(at, zone).date
const whoAndWhere = ({ accountId, centreId, at }: LoggedCheck) => ({ accountId, centreId, at })

/** The first check of each person's night. */
export function findNightChecks(checks: LoggedCheck[]): Found[] {
  return firstOf(checks, (check) => {
    const night = nightOf(check.at, check.zone)
    return night && `${check.accountId} ${night}`
  }).map(([occasion, check]) => ({ kind: 'night', occasion, ...whoAndWhere(check), details: {} }))
}

/** The desk has paused somebody, which it writes down by itself. */
export const findPauses = (fresh: LoggedCheck[]): Found[] =>
  fresh
    .filter(({ action }) => action === 'desk.paused')
    .map((pause) => ({ kind: 'paused', occasion: String(pause.id), ...whoAndWhere(pause), details: {} }))

/** More than three times a person's usual checks, on a day of their centre. */
export async function findManyChecks(tx: Database, checks: LoggedCheck[]): Promise<Found[]> {
  const found: Found[] = []
  for (const [occasion, check] of lastOf(checks, (one) => `${one.accountId} ${dayOf(one)}`)) {
    const [day, { zone }] = [dayOf(check), check]
    const counts = await countDailyChecks(tx, check.accountId, {
      from: addDays(day, -COMPARED_DAYS),
      to: day,
      zone,
    })
    const count = counts.get(day) ?? 0
    counts.delete(day)
    const before = [...counts.values()]
    if (!isUnusual(count, before)) continue
    const details = { count, usual: medianOf(before) }
    found.push({ kind: 'many-checks', occasion, ...whoAndWhere(check), details })
  }
  return found
}

/** Five misses of a person within an hour. */
export async function findManyMisses(tx: Database, checks: LoggedCheck[]): Promise<Found[]> {
  const missed = checks.filter((check) => check.missed)
  const found: Found[] = []
  for (const [, first] of firstOf(missed, ({ accountId }) => accountId)) {
    const misses = await listMisses(tx, first.accountId, new Date(first.at.getTime() - HOUR))
    const heaped = heapsOf(misses)
    for (const [occasion, last] of firstOf(heaped, (one) => `${one.accountId} ${dayOf(one)}`))
      found.push({
        kind: 'many-misses',
        occasion,
        ...whoAndWhere(last),
        details: { count: MISSES_AN_HOUR },
      })
  }
  return found
}

function heapsOf(misses: LoggedCheck[]) {
  const moments = misses.map(({ at }) => at)
  const reached = new Set(findBursts(moments, MISSES_AN_HOUR, HOUR).map(Number))
  return misses.filter(({ at }) => reached.has(at.getTime()))
}

/** Twenty misses of all people of a centre in one of its days. */
export async function findCentreMisses(tx: Database, checks: LoggedCheck[]): Promise<Found[]> {
  const missed = checks.filter((check) => check.missed)
  const found: Found[] = []
  for (const [occasion, check] of lastOf(missed, (one) => `${one.centreId} ${dayOf(one)}`)) {
    const { centreId, at, zone } = check
    const count = await missesAt(tx, centreId, dayOf(check), zone)
    if (count >= CENTRE_MISSES_A_DAY)
      found.push({ kind: 'centre-misses', occasion, centreId, at, details: { count } })
  }
  return found
}

/** One member, two countries, 24 hours; a member once a day of ours. */
export async function findTwoCountries(tx: Database, checks: LoggedCheck[]): Promise<Found[]> {
  const found: Found[] = []
  for (const [member, first] of firstOf(checks, ({ memberId }) => memberId && String(memberId))) {
    const since = new Date(first.at.getTime() - 24 * HOUR)
    const pairs = findCountryChanges(await listChecksOfMember(tx, Number(member), since))
    const fresh = pairs.filter(({ later }) => later.at >= first.at)
    for (const { earlier, later } of fresh)
      found.push({
        kind: 'two-countries',
        occasion: `${member} ${berlinDate(later.at)}`,
        ...whoAndWhere(later),
        memberId: later.memberId,
        details: { country: later.country, earlier: earlierOf(earlier) },
      })
  }
  return found
}

const earlierOf = ({ at, country, accountId, centreId }: LoggedCheck) => ({
  at: at.toISOString(),
  country,
  accountId,
  centreId,
})

type Name = (check: LoggedCheck) => string | number | null

/** The first check of each name, in the order in which they came; checks without one are left out. */
function firstOf(checks: LoggedCheck[], nameOf: Name): [string, LoggedCheck][] {
  return lastOf(checks.toReversed(), nameOf).reverse()
}

/** The last check of each name. */
function lastOf(checks: LoggedCheck[], nameOf: Name): [string, LoggedCheck][] {
  const named = new Map<string, LoggedCheck>()
  for (const check of checks) {
    const name = nameOf(check)
    if (name) named.set(String(name), check)
  }
  return [...named]
}
