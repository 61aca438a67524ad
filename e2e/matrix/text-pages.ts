import { adminPage } from './admin-page'
import { everybody, ownPage } from './columns'
import type { PageRow } from './pages'
import { aDraft, currentTerms, notAccepted } from './texts'

const home = '/staff/admin/programme/texts'

export const documentPages: Record<string, PageRow> = {
  '/(public)/terms/[version]/page': {
    at: () => '/terms/2026-11',
    who: everybody,
    malformed: { at: '/terms/2019-01', cell: 'nothing' },
  },
  '/(public)/privacy/[version]/page': {
    at: () => '/privacy/2026-11',
    who: everybody,
    malformed: { at: '/privacy/2019-01', cell: 'nothing' },
  },
  '/(member)/account/texts/page': {
    at: async (world) => {
      await notAccepted(world)
      return '/account/texts'
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
