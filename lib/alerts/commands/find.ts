import 'server-only'
import type { Database } from '@/db/client'
import type { alerts } from '@/db/schema'
import { addDays, berlinDate, localTime } from '@/lib/time'
import {
  countCentreMisses,
  countDailyChecks,
  type LoggedCheck,
  listChecksOfMember,
  listMisses,
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

// Each finder takes the new checks and returns the occasions they give rise to. The `occasion` string names one person's day or
// night, one centre's day or one member's day; the database accepts each only once.

export type AlertDraft = Omit<typeof alerts.$inferInsert, 'id' | 'raisedAt'>

const dayOf = ({ at, zone }: LoggedCheck) => localTime(at, zone).date
const personAndPlace = ({ accountId, centreId, at }: LoggedCheck) => ({ accountId, centreId, at })

/** Returns the first check of each person's night. */
export function findNightChecks(checks: LoggedCheck[]): AlertDraft[] {
  return firstOf(checks, (check) => {
    const night = nightOf(check.at, check.zone)
    return night && `${check.accountId} ${night}`
  }).map(([occasion, check]) => ({ kind: 'night', occasion, ...personAndPlace(check), details: {} }))
}

/** Returns the pauses, which the desk has logged itself. */
export const findPauses = (fresh: LoggedCheck[]): AlertDraft[] =>
  fresh
    .filter(({ action }) => action === 'desk.paused')
    .map((pause) => ({ kind: 'paused', occasion: String(pause.id), ...personAndPlace(pause), details: {} }))

/** More than three times a person's usual checks, on a day of their centre. */
export async function findManyChecks(tx: Database, checks: LoggedCheck[]): Promise<AlertDraft[]> {
  const drafts: AlertDraft[] = []
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
    drafts.push({ kind: 'many-checks', occasion, ...personAndPlace(check), details })
  }
  return drafts
}

/** Five misses of a person within an hour. */
export async function findManyMisses(tx: Database, checks: LoggedCheck[]): Promise<AlertDraft[]> {
  const missed = checks.filter((check) => check.missed)
  const drafts: AlertDraft[] = []
  for (const [, first] of firstOf(missed, ({ accountId }) => accountId)) {
    const misses = await listMisses(tx, first.accountId, new Date(first.at.getTime() - HOUR))
    const inBursts = missesInBursts(misses)
    for (const [occasion, last] of firstOf(inBursts, (one) => `${one.accountId} ${dayOf(one)}`))
      drafts.push({
        kind: 'many-misses',
        occasion,
        ...personAndPlace(last),
        details: { count: MISSES_AN_HOUR },
      })
  }
  return drafts
}

function missesInBursts(misses: LoggedCheck[]) {
  const moments = misses.map(({ at }) => at)
  const reached = new Set(findBursts(moments, MISSES_AN_HOUR, HOUR).map(Number))
  return misses.filter(({ at }) => reached.has(at.getTime()))
}

/** Twenty misses of all people of a centre in one of its days. */
export async function findCentreMisses(tx: Database, checks: LoggedCheck[]): Promise<AlertDraft[]> {
  const missed = checks.filter((check) => check.missed)
  const drafts: AlertDraft[] = []
  for (const [occasion, check] of lastOf(missed, (one) => `${one.centreId} ${dayOf(one)}`)) {
    const { centreId, at, zone } = check
    const count = await countCentreMisses(tx, centreId, dayOf(check), zone)
    if (count >= CENTRE_MISSES_A_DAY)
      drafts.push({ kind: 'centre-misses', occasion, centreId, at, details: { count } })
  }
  return drafts
}

/** One member in two countries within 24 hours; once per member and day in Berlin. */
export async function findTwoCountries(tx: Database, checks: LoggedCheck[]): Promise<AlertDraft[]> {
  const drafts: AlertDraft[] = []
  for (const [member, first] of firstOf(checks, ({ memberId }) => memberId && String(memberId))) {
    const since = new Date(first.at.getTime() - 24 * HOUR)
    const pairs = findCountryChanges(await listChecksOfMember(tx, Number(member), since))
    const fresh = pairs.filter(({ later }) => later.at >= first.at)
    for (const { earlier, later } of fresh)
      drafts.push({
        kind: 'two-countries',
        occasion: `${member} ${berlinDate(later.at)}`,
        ...personAndPlace(later),
        memberId: later.memberId,
        details: { country: later.country, earlier: earlierOf(earlier) },
      })
  }
  return drafts
}

const earlierOf = ({ at, country, accountId, centreId }: LoggedCheck) => ({
  at: at.toISOString(),
  country,
  accountId,
  centreId,
})

type Key = (check: LoggedCheck) => string | number | null

/** Returns the first check for each key, in order; checks without a key are left out. */
function firstOf(checks: LoggedCheck[], keyOf: Key): [string, LoggedCheck][] {
  return lastOf(checks.toReversed(), keyOf).reverse()
}

/** Returns the last check for each key. */
function lastOf(checks: LoggedCheck[], keyOf: Key): [string, LoggedCheck][] {
  const byKey = new Map<string, LoggedCheck>()
  for (const check of checks) {
    const key = keyOf(check)
    if (key) byKey.set(String(key), check)
  }
  return [...byKey]
}
