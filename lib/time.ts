/**
 * Calendar dates are strings `YYYY-MM-DD` in the proleptic Gregorian calendar (ISO 8601), years 0001 to 9999. They compare with
 * `<` and `>`. Every function here throws a RangeError for anything else, so check input with `isCalendarDate`.
 */

const SHAPE = /^\d{4}-\d{2}-\d{2}$/
const DAY = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The calendar date in Europe/Berlin at an instant: 23:30 UTC on 30 June is 1 July there. */
export const berlinDate = (at: Date): string => localTime(at, 'Europe/Berlin').date

/** The local date, and hour from 0 to 23, in a time zone (IANA) at an instant. */
export function localTime(at: Date, zone: string): { date: string; hour: number } {
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return { date: `${part.year?.padStart(4, '0')}-${part.month}-${part.day}`, hour: Number(part.hour) }
}

/** Whether a string is a day that exists: `2024-02-29` is, `2025-02-29`, `2025-2-1` and `0000-01-01` are not. */
export function isCalendarDate(typed: string): boolean {
  if (!SHAPE.test(typed) || typed.startsWith('0000')) return false
  const day = new Date(`${typed}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed)
}

/** Returns a calendar date in words, such as "1 July 2026". Formatters of next-intl and of the mails have this shape. */
export const formatDay = (format: DateFormat, date: string, style: 'long' | 'medium' = 'long') =>
  format.dateTime(noonOf(date), { dateStyle: style })

type DateFormat = { dateTime: (at: Date, options: { dateStyle: 'long' | 'medium' }) => string }

/** Returns noon of a day in UTC, which is the same day in Europe/Berlin. */
export const noonOf = (date: string) => new Date(midnight(date).getTime() + DAY / 2)

/** Returns the date `count` days later, or earlier when negative. */
export function addDays(date: string, count: number): string {
  return formatDate(new Date(midnight(date).getTime() + requireInteger(count) * DAY))
}

/**
 * The same day `count` months later, or the last day of that month where it has no such day: 31 January + 1 is 28 or 29 February.
 * Postgres computes `date + interval '1 month'` alike.
 */
export function addMonths(date: string, count: number): string {
  const from = midnight(date)
  const target = new Date(from)
  target.setUTCMonth(from.getUTCMonth() + requireInteger(count), 1)
  target.setUTCDate(Math.min(from.getUTCDate(), daysInMonth(target)))
  return formatDate(target)
}

/**
 * Returns the completed years on a day; negative before birth. Someone born on 29 February is a year older on 1 March of a common
 * year (§ 187 (2), § 188 (2) BGB: the year is over when 28 February ends).
 */
export function ageOn(birth: string, day: string): number {
  const years = midnight(day).getUTCFullYear() - midnight(birth).getUTCFullYear()
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

/** Whether someone has completed `years` years on that day; the birthday itself counts. */
export function isOfAge(birth: string, day: string, years = 18): boolean {
  return ageOn(birth, day) >= years
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const formatter =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    })
  clocks.set(zone, formatter)
  return formatter
}

function midnight(date: string): Date {
  if (!isCalendarDate(date)) throw new RangeError('not a calendar date')
  return new Date(`${date}T00:00:00Z`)
}

function requireInteger(count: number): number {
  if (!Number.isInteger(count)) throw new RangeError('not a whole number')
  return count
}

function daysInMonth(day: Date): number {
  const last = new Date(day)
  last.setUTCMonth(day.getUTCMonth() + 1, 0)
  return last.getUTCDate()
}

function formatDate(day: Date): string {
  const date = Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)
  if (!isCalendarDate(date)) throw new RangeError('outside the calendar')
  return date
}
