import { addDays, localTime } from '@/lib/time'

export const HOUR = 3_600_000

/** A day is compared with the days before it on which the person checked anything, as far back as four weeks. */
export const COMPARED_DAYS = 28
/** More than so many times the usual is unusual. */
export const UNUSUAL_RATIO = 3
/** Fewer checks a day are never unusual: one busy Saturday at a small desk, or a newcomer's first day. */
export const UNUSUAL_MINIMUM = 20

/** Nobody repairs cameras between ten at night and six in the morning, by the centre's own clock. */
const NIGHT = { from: 22, to: 6 }

/** Half of the misses after which the desk pauses somebody: guessing numbers is noticed before it is stopped. */
export const MISSES_AN_HOUR = 5
/** Of all people of a centre together, in one of its days. */
export const CENTRE_MISSES_A_DAY = 20

/** Returns the median of somebody's daily counts, which one extreme day hardly moves. 0 when there are none. */
export function medianOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** Whether so many checks in a day are unusual for somebody who made `before` on the days before it. */
export const isUnusual = (count: number, before: readonly number[]) =>
  count >= UNUSUAL_MINIMUM && count > UNUSUAL_RATIO * medianOf(before)

/** Returns the date on which the current night began at an instant in a time zone, or null by day. */
export function nightOf(at: Date, zone: string): string | null {
  const { date, hour } = localTime(at, zone)
  if (hour >= NIGHT.from) return date
  return hour < NIGHT.to ? addDays(date, -1) : null
}

type CheckPlace = { at: Date; country: string }

/**
 * Returns each check of one member that follows a check in another country within 24 hours to the millisecond, with that check.
 */
export function findCountryChanges<T extends CheckPlace>(checks: readonly T[]): { earlier: T; later: T }[] {
  const inOrder = checks.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return inOrder.flatMap((later, index) => {
    const earlier = inOrder
      .slice(0, index)
      .findLast((one) => one.country !== later.country && later.at.getTime() - one.at.getTime() <= 24 * HOUR)
    return earlier ? [{ earlier, later }] : []
  })
}

/** Returns the moments at which the last `count` of them all lay within `span` milliseconds. */
export function findBursts(moments: readonly Date[], count: number, span: number): Date[] {
  const inOrder = moments.toSorted((a, b) => a.getTime() - b.getTime())
  return inOrder.filter((last, index) => {
    const first = inOrder[index - count + 1]
    return first !== undefined && last.getTime() - first.getTime() < span
  })
}
