import { builtPages } from '../portal/manifests'
import { codeOf, id, numberOf } from './people'
import { DIST_DIR } from './portal'

/** A page of the build, an address of it that answers, and who opens it. */
export type Route = { route: string; path: string; who?: string }

/** The member whose pages are opened: seven of each ten thousand, with six products of which one waits. */
const MEMBER = 57

const ADDRESSES: Record<string, string> = {
  '/account/registrations/[id]': `/account/registrations/${id(`registration ${MEMBER} 0`)}`,
  '/account/registrations/[id]/withdraw': `/account/registrations/${id(`registration ${MEMBER} 5`)}/withdraw`,
  '/account/registrations/new/sent': `/account/registrations/new/sent?invoice=${id(`invoice ${MEMBER} 1`)}`,
  '/account/email/[token]': `/account/email/${codeOf(1)}`,
  '/c/[code]': `/c/${codeOf(MEMBER)}`,
  '/sign-in/link/[challenge]/[code]': `/sign-in/link/${id('nobody')}/ABCDEFGH`,
  '/staff/reviews/[id]': `/staff/reviews/${id(`invoice ${MEMBER} 1`)}`,
  '/staff/admin/members': '/staff/admin/members?q=grumamann',
  '/staff/admin/members/[number]': `/staff/admin/members/${numberOf(MEMBER)}`,
}

/** Every page of the build, as its manifest lists them; without an address when we know none. */
export function routes(): (Route | { route: string; path?: undefined })[] {
  return builtPages(DIST_DIR)
    .filter(({ route }) => !route.startsWith('/_'))
    .map(({ route }) => ({ route, path: addressOf(route), who: visitor(route) }) as Route)
    .sort((a, b) => a.route.localeCompare(b.route))
}

const addressOf = (route: string) => ADDRESSES[route] ?? (route.includes('[') ? undefined : route)

function visitor(route: string) {
  if (route.startsWith('/account/email')) return undefined
  if (route.startsWith('/account')) return `member ${MEMBER}`
  return /^\/staff\/(desk|reviews|admin)/.exec(route)?.[1]?.replace('reviews', 'reviewer').concat(' 0')
}
