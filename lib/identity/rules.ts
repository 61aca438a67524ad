import { paths, withQuery } from '@/lib/addresses'
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

/** Whether a session still waits for a second factor. Staff reach nothing before; members need none. */
export const awaitsFactor = (session: { role: Role; factorAt: Date | null }) =>
  session.role !== 'member' && session.factorAt === null

/** The lifetime of a code and of the link in the same mail: ten minutes. */
export const CHALLENGE_LIFE = 10 * MINUTE

/** How often a code may be tried. */
export const CHALLENGE_TRIES = 5

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

/** Where a role starts after signing in. */
export const HOME: Record<Role, string> = {
  member: paths.account,
  desk: paths.desk,
  reviewer: paths.reviews,
  admin: paths.admin,
}

/**
 * Returns the page where a second factor is shown, which continues to `next`: for routes that need a fresh one and have no form,
 * such as exports. `next` should be the page with the export's link, not the file.
 */
export const factorPageFor = (next?: string) => withQuery(paths.showFactor, { next })

/** Returns one of our paths to continue to after signing in, with its query, or undefined for anything else, such as a URL. */
export function safePath(path: unknown): string | undefined {
  if (typeof path !== 'string' || path.length > 500) return undefined
  return /^\/((account|staff|c)(\/[A-Za-z0-9_-]+)*(\?[A-Za-z0-9_=&%.+*-]*)?|black\/[A-Za-z0-9_-]{43})$/.test(
    path,
  )
    ? path
    : undefined
}
