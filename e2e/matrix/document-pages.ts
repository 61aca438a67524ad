import { adminPage } from './admin-page'
import { never } from './cells'
import { ownPage } from './columns'
import { aDraft, currentTerms, notAccepted } from './documents'
import type { PageRow } from './pages'

const home = '/staff/admin/programme/texts'
const everybody = {
  signedOut: 'shown',
  member: 'shown',
  other: never('it shows what belongs to nobody, and takes no id of anybody’s'),
  desk: 'shown',
  reviewer: 'shown',
  admin: 'shown',
} as const

export const documentPages: Record<string, PageRow> = {
  '/(public)/terms/[version]/page': {
    ...adminPage(() => '/terms/2026-11', '/terms/2019-01'),
    who: everybody,
  },
  '/(public)/privacy/[version]/page': {
    ...adminPage(() => '/privacy/2026-11', '/privacy/2019-01'),
    who: everybody,
  },
  '/(member)/account/agreements/page': {
    at: async (world) => {
      await notAccepted(world)
      return '/account/agreements'
    },
    who: ownPage,
  },
  '/staff/admin/programme/texts/page': adminPage(() => home),
  '/staff/admin/programme/texts/[id]/page': adminPage(
    async (world) => `${home}/${(await aDraft(world)).id}`,
    `${home}/x`,
  ),
  '/staff/admin/programme/texts/[id]/members/page': adminPage(
    async (world) => `${home}/${await currentTerms(world)}/members`,
    `${home}/x/members`,
  ),
}
