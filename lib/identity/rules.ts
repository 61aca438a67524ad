import { paths, withQuery } from '@/lib/addresses'
import type { Role } from '@/lib/lists'

const MINUTE = 60_000

/** Whether a session still waits for a second factor. Staff reach nothing before; members need none. */
export const awaitsFactor = (session: { role: Role; factorAt: Date | null }) =>
  session.role !== 'member' && session.factorAt === null

/** The lifetime of a code and of the link in the same mail: ten minutes. */
export const CHALLENGE_LIFE = 10 * MINUTE

/** How often a code may be tried. */
export const CHALLENGE_TRIES = 5

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
