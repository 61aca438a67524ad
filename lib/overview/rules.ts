import { STATUSES, type Status } from '@/lib/lists'
import { addDays, addMonths } from '@/lib/time'

/** How many days back the overview can look. */
export const PERIODS = [7, 30, 90, 365] as const
/** How many days ahead it looks for memberships that expire. */
export const DAYS_AHEAD = [30, 60, 90] as const

/** Days that count in full, the last included. */
export type Period = { from: string; to: string }

/** The last `days` days, today included. */
export const periodOf = (days: number, today: string): Period => ({
  from: addDays(today, 1 - days),
  to: today,
})

/** Today and the `days` that follow. */
export const nextDays = (days: number, today: string): Period => ({ from: today, to: addDays(today, days) })

/** Short periods are looked at day by day, a year week by week: a phone has room for some ninety bars. */
export function rangesOf({ from, to }: Period): Period[] {
  const step = addDays(from, 90) > to ? 1 : 7
  const stretches: Period[] = []
  for (let end = to; end >= from; end = addDays(end, -step)) {
    const begin = addDays(end, 1 - step)
    stretches.unshift({ from: begin < from ? from : begin, to: end })
  }
  return stretches
}

/** What a day holds, added up for each stretch; a stretch in which nothing happened holds zeros. */
export function sumByRange<K extends string>(
  stretches: readonly Period[],
  days: readonly ({ day: string } & Record<K, number>)[],
  keys: readonly K[],
): (Period & Record<K, number>)[] {
  return stretches.map(({ from, to }) => {
    const within = days.filter(({ day }) => from <= day && day <= to)
    const sums = keys.map((key) => [key, within.reduce((sum, day) => sum + day[key], 0)])
    return { from, to, ...(Object.fromEntries(sums) as Record<K, number>) }
  })
}

/** The last days of the `count` months before that of `today`. */
export function monthEnds(today: string, count = 12): string[] {
  const first = `${today.slice(0, 7)}-01`
  return Array.from({ length: count }, (_, i) => addDays(addMonths(first, 1 + i - count), -1))
}

/** How many members held a status in a country at the end of a day. */
export type MemberCount = { day: string; country: string; status: Status; count: number }
/** By how many that changed on a day. */
export type StatusMove = { day: string; country: string; status: Status; by: number }

/** The members at the end of each of `days`: as counted on that day, or the last counted before with what moved since. */
export function memberCountsOn(
  days: readonly string[],
  counted: readonly MemberCount[],
  moves: readonly StatusMove[],
): MemberCount[] {
  const last =
    counted
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? ''
  return days.flatMap((day) => {
    if (day <= last) return counted.filter((one) => one.day === day)
    const base = counted.filter((one) => one.day === last).map(({ count: by, ...one }) => ({ ...one, by }))
    return sum([...base, ...moves.filter((move) => last < move.day && move.day <= day)], day)
  })
}

function sum(moves: readonly StatusMove[], day: string): MemberCount[] {
  const groups = Map.groupBy(moves, ({ country, status }) => `${country} ${status}`)
  return [...groups.values()]
    .map((group) => {
      const [{ country, status }] = group as [StatusMove, ...StatusMove[]]
      return { day, country, status, count: group.reduce((total, { by }) => total + by, 0) }
    })
    .filter(({ count }) => count > 0)
}

/** The counts of some countries by status, red first. */
export function byStatus(counts: readonly MemberCount[]): Record<Status, number> {
  const of = (status: Status) =>
    counts.reduce((total, one) => (one.status === status ? total + one.count : total), 0)
  return Object.fromEntries(STATUSES.map((status) => [status, of(status)])) as Record<Status, number>
}
