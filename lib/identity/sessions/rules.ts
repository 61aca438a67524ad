import type { Role } from '@/lib/lists'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a session lasts without use, and in total, in milliseconds. */
export const SESSION_LIMITS: Record<Role, { idle: number; absolute: number }> = {
  member: { idle: 14 * DAY, absolute: 30 * DAY },
  desk: { idle: 15 * MINUTE, absolute: 10 * HOUR },
  reviewer: { idle: 30 * MINUTE, absolute: 10 * HOUR },
  admin: { idle: 15 * MINUTE, absolute: 8 * HOUR },
}

type Times = { createdAt: Date; lastSeenAt: Date }

/** How long before the end of a session staff are warned, in milliseconds. */
export const SESSION_WARNING = 2 * MINUTE

export type TimeLeft = { left: number; extendable: boolean }

/**
 * Returns how long a session still lasts without use, in milliseconds (0 or less: it is over), and whether using it would extend
 * it.
 */
export function timeLeft(session: Times, role: Role, at: Date): TimeLeft {
  const { idle, absolute } = SESSION_LIMITS[role]
  const untilIdle = session.lastSeenAt.getTime() + idle - at.getTime()
  const untilEnd = session.createdAt.getTime() + absolute - at.getTime()
  return { left: Math.min(untilIdle, untilEnd), extendable: untilIdle < untilEnd }
}

/** Whether a session of this role is still active at `at`. */
export const isAlive = (session: Times, role: Role, at: Date): boolean => timeLeft(session, role, at).left > 0

/** Whether the use of a session should be recorded: after a fifteenth of its idle time, so that reads seldom write. */
export function isDueForTouch(session: { lastSeenAt: Date }, role: Role, at: Date): boolean {
  return at.getTime() - session.lastSeenAt.getTime() > SESSION_LIMITS[role].idle / 15
}

const BROWSERS = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bChromium\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const

const SYSTEMS = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
] as const

/** Returns the browser and the system that a User-Agent header names, if known. The header proves nothing. */
export function deviceOf(userAgent: string | null) {
  const match = (known: readonly (readonly [RegExp, string])[]) =>
    known.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  return { browser: match(BROWSERS), system: match(SYSTEMS) }
}
