import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { builtPages, sharedScripts } from '../portal/manifests'
import { deskCheck, get } from './pages'
import { cardCodeOf, id } from './people'
import { DIST_DIR, type Site } from './portal'

export type Weight = { route: string; bytes?: number; why?: string }

/** The member whose pages are opened: has six products, one of which is waiting for review. */
const MEMBER = 57
const ADDRESSES: Record<string, string> = {
  '/account/registrations/[id]': `/account/registrations/${id(`registration ${MEMBER} 0`)}`,
  '/account/registrations/[id]/withdraw': `/account/registrations/${id(`registration ${MEMBER} 5`)}/withdraw`,
  '/account/registrations/new/sent': `/account/registrations/new/sent?invoice=${id(`invoice ${MEMBER} 1`)}`,
  '/account/email/[token]': `/account/email/${cardCodeOf(1)}`,
  '/c/[code]': `/c/${cardCodeOf(MEMBER)}`,
  '/sign-in/link/[challenge]/[code]': `/sign-in/link/${id('nobody')}/ABCDEFGH`,
  '/staff/reviews/[id]': `/staff/reviews/${id(`invoice ${MEMBER} 1`)}`,
  '/staff/admin/members': '/staff/admin/members?q=grumamann',
}

/** Opens every page of the build once, as someone who may, and checks a card. Returns the JavaScript size of each page. */
export async function visitAllPages(site: Site): Promise<Weight[]> {
  const weights: Weight[] = []
  for (const { route } of builtPages(DIST_DIR).filter(({ route }) => !route.startsWith('/_'))) {
    const path = ADDRESSES[route] ?? route.replace('[number]', String(site.sample[0]?.number))
    if (path.includes('[')) weights.push({ route, why: 'the bench knows no address for it' })
    else weights.push({ route, ...weigh(await get(site.url + path, visitor(route))) })
  }
  const check = await deskCheck(site)
  await check()
  return weights.sort((a, b) => a.route.localeCompare(b.route))
}

const weigh = ({ status, html }: { status: number; html: string }) =>
  status === 200 ? { bytes: sum(scriptsOf(html)) } : { why: `returned ${status}` }

function visitor(route: string) {
  if (route.startsWith('/account/email')) return undefined
  if (route.startsWith('/account')) return `member-${MEMBER}`
  return /^\/staff\/(desk|reviews|admin)/.exec(route)?.[1]?.replace('reviews', 'reviewer').concat('-1')
}

/**
 * The size of what an empty route of this build would load: the files that the build lists for every route (React, Next's
 * client, the bundler's runtime). Next's own client components share a file with ours and are counted towards the pages,
 * so the true empty route is slightly heavier, and the pages slightly lighter.
 */
export const emptyRoute = () => sum(sharedScripts(DIST_DIR))

/** The scripts that a page's HTML makes a modern browser load. */
function scriptsOf(html: string) {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? []
  const wanted = tags.filter(
    (tag) => !/nomodule/i.test(tag) && /^<script|modulepreload|as="script"/.test(tag),
  )
  return new Set(wanted.flatMap((tag) => /(?:src|href)="\/_next\/([^"?]+\.js)/.exec(tag)?.[1] ?? []))
}

const sum = (files: Iterable<string>) => [...files].reduce((bytes, file) => bytes + compressed(file), 0)
const compressed = (file: string) => gzipSync(readFileSync(join(DIST_DIR, file)), { level: 9 }).length
