import { paths, withQuery } from '@/lib/addresses'
import type { Role } from '@/lib/lists'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a session lives without use, and at all, in milliseconds. */
export const SESSION_LIMITS: Record<Role, { idle: number; absolute: number }> = {
  member: { idle: 14 * DAY, absolute: 30 * DAY },
  desk: { idle: 15 * MINUTE, absolute: 10 * HOUR },
  reviewer: { idle: 30 * MINUTE, absolute: 10 * HOUR },
  admin: { idle: 15 * MINUTE, absolute: 8 * HOUR },
}

/** Nobody on the staff reaches anything before a second factor was shown in the session. Members need none. */
export const awaitsFactor = (session: { role: Role; factorAt: Date | null }) =>
  session.role !== 'member' && session.factorAt === null

/** Ten minutes: the life of a code and of the link in the same mail. */
export const CHALLENGE_LIFE = 10 * MINUTE

/** How often a code may be tried. */
export const CHALLENGE_TRIES = 5

type Times = { createdAt: Date; lastSeenAt: Date }

/** How long before its session ends somebody on the staff is told, in milliseconds. */
export const SESSION_WARNING = 2 * MINUTE

export type TimeLeft = { left: number; extendable: boolean }

/**
 * How long a session still lives if nobody uses it, in milliseconds (0 or less: it is over), and whether using it would make
 * that longer.
 */
export function timeLeft(session: Times, role: Role, at: Date): TimeLeft {
  const { idle, absolute } = SESSION_LIMITS[role]
  const unused = session.lastSeenAt.getTime() + idle - at.getTime()
  const atAll = session.createdAt.getTime() + absolute - at.getTime()
  return { left: Math.min(unused, atAll), extendable: unused < atAll }
}

/** Is a session of this role still alive at `at`? */
export const isAlive = (session: Times, role: Role, at: Date): boolean => timeLeft(session, role, at).left > 0

/** Is it time to write down that the session was used? A fifteenth of its idle time, so that reads seldom write. */
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
 * Where a second factor is shown, and then led on to `next`: for routes that want a fresh one and have no form to ask in, such as
 * exports. Lead back to the page with the export's link, not to the file.
 */
export const factorPageFor = (next?: string) => withQuery(paths.showFactor, { next })

/** A path of ours to go on to after signing in, with its question, or undefined for anything else. Never an address. */
export function safePath(path: unknown): string | undefined {
  if (typeof path !== 'string' || path.length > 500) return undefined
  return /^\/((account|staff|c)(\/[A-Za-z0-9_-]+)*(\?[A-Za-z0-9_=&%.+*-]*)?|black\/[A-Za-z0-9_-]{43})$/.test(
    path,
  )
    ? path
    : undefined
}
