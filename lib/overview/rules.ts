import { STATUSES, type Status } from '@/lib/lists'
import { addDays, addMonths } from '@/lib/time'

/** How many days back the overview can show. */
export const PERIODS = [7, 30, 90, 365] as const
/** How many days ahead it shows expiring memberships. */
export const DAYS_AHEAD = [30, 60, 90] as const

/** Calendar dates, both included. */
export type Period = { from: string; to: string }

/** Returns the last `days` days, including today. */
export const periodOf = (days: number, today: string): Period => ({
  from: addDays(today, 1 - days),
  to: today,
})

/** Returns today and the `days` that follow. */
export const nextDays = (days: number, today: string): Period => ({ from: today, to: addDays(today, days) })

/** Splits short periods into days, a year into weeks: a phone has room for about ninety bars. */
export function rangesOf({ from, to }: Period): Period[] {
  const step = addDays(from, 90) > to ? 1 : 7
  const ranges: Period[] = []
  for (let end = to; end >= from; end = addDays(end, -step)) {
    const begin = addDays(end, 1 - step)
    ranges.unshift({ from: begin < from ? from : begin, to: end })
  }
  return ranges
}

/** Sums the values of days for each range; an empty range has zeros. */
export function sumByRange<K extends string>(
  ranges: readonly Period[],
  days: readonly ({ day: string } & Record<K, number>)[],
  keys: readonly K[],
): (Period & Record<K, number>)[] {
  return ranges.map(({ from, to }) => {
    const within = days.filter(({ day }) => from <= day && day <= to)
    const sums = keys.map((key) => [key, within.reduce((sum, day) => sum + day[key], 0)])
    return { from, to, ...(Object.fromEntries(sums) as Record<K, number>) }
  })
}

/** Returns the last days of the `count` months before that of `today`. */
export function monthEnds(today: string, count = 12): string[] {
  const first = `${today.slice(0, 7)}-01`
  return Array.from({ length: count }, (_, i) => addDays(addMonths(first, 1 + i - count), -1))
}

/** The number of members with a status in a country at the end of a day. */
export type MemberCount = { day: string; country: string; status: Status; count: number }
/** The change of that number on a day. */
export type StatusMove = { day: string; country: string; status: Status; by: number }

/** Returns the members at the end of each of `days`: as counted on that day, or the last count before plus the changes since. */
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

/** Returns the total of some countries by status, red first. */
export function byStatus(counts: readonly MemberCount[]): Record<Status, number> {
  const totalOf = (status: Status) =>
    counts.reduce((total, one) => (one.status === status ? total + one.count : total), 0)
  return Object.fromEntries(STATUSES.map((status) => [status, totalOf(status)])) as Record<Status, number>
}
