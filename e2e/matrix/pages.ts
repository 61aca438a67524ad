import { anInvitation, aSentInvitation } from '@/testing/black'
import { fillDraft, lineOf } from '@/testing/registrations'
import { giveApp } from '../fixtures/factors'
import { alertPages } from './alert-rows'
import { cataloguePages } from './catalogue-actions'
import { type Cell, to, type Who } from './cells'
import { centrePages } from './centre-pages'
import { everybody, forAdmins, log, noMembers, noStaff, ownPage } from './columns'
import { countryPages } from './country-rows'
import { withPasskeys } from './factor-actions'
import { reasonPages } from './reason-rows'
import { servicesPages } from './services'
import { rulesPages } from './status-rules'
import { documentPages } from './text-pages'
import type { World } from './world'

export type PageRow = {
  /** Its address, with fresh data to show. */
  at: (world: World) => string | Promise<string>
  who: Who
  /** An id that cannot be one. */
  malformed?: { at: string; cell: Cell }
  /** What it shows is over. */
  over?: { at: (world: World) => Promise<string>; cell: Cell }
  /** What opening it writes down; every other page changes nothing. */
  writes?: string[]
}

const notOthers = ownPage.other
/** A page about one thing of a member's. */
const onesOwn = { signedOut: 'sign-in', member: 'shown', other: 'nothing', ...noStaff } as const
/** Signed-in people are redirected to their home page. */
const forVisitors = {
  signedOut: 'shown',
  member: to('/account'),
  other: notOthers,
  desk: to('/staff/desk'),
  reviewer: to('/staff/reviews'),
  admin: to('/staff/admin'),
} as const
/** A page of staff about themselves. */
const ofStaff = { ...noMembers, desk: 'shown', reviewer: 'shown', admin: 'shown' } as const

/** About what admins don't have. */
const notAdmins = { ...noMembers, desk: 'shown', reviewer: 'shown', admin: 'nothing' } as const

const row = (at: PageRow['at'], who: PageRow['who'], more: Partial<PageRow> = {}): PageRow => ({
  at,
  who,
  ...more,
})

const registration = (world: World, state?: 'withdrawn') =>
  world.registration(state && { state, waitingSince: null })

export const pages: Record<string, PageRow> = {
  ...cataloguePages,
  ...countryPages,
  ...documentPages,
  ...reasonPages,
  '/(public)/page': row(() => '/', everybody),
  '/(public)/programme/page': row(() => '/programme', everybody),
  '/(public)/programme/equipment/page': row(() => '/programme/equipment?item=S5+II', everybody),
  '/(public)/privacy/page': row(() => '/privacy', everybody),
  '/(public)/terms/page': row(() => '/terms', everybody),
  '/(public)/join/page': row(() => '/join', forVisitors),
  '/(public)/sign-in/page': row(() => '/sign-in', forVisitors),
  '/(public)/sign-in/code/page': row(() => '/sign-in/code', forVisitors),
  '/(public)/sign-in/link/[challenge]/[code]/page': row(
    () => `/sign-in/link/${crypto.randomUUID()}/K7QM2XHD`,
    everybody,
    { malformed: { at: '/sign-in/link/x/no-code-at-all', cell: 'nothing' } },
  ),
  '/(public)/account/email/[token]/page': row(() => `/account/email/${'x'.repeat(43)}`, everybody, {
    malformed: { at: '/account/email/short', cell: 'nothing' },
  }),
  '/(public)/black/[token]/page': row(
    async (world) => `/black/${(await invited(world, true)).token}`,
    { ...everybody, other: 'shown' },
    { malformed: { at: '/black/short', cell: 'nothing' } },
  ),
  '/(public)/c/[code]/page': row(
    ({ member }) => `/c/${member.code}`,
    { ...everybody, desk: to(/^\/staff\/desk\?card=/) },
    {
      malformed: { at: '/c/short', cell: 'shown' },
    },
  ),

  '/(member)/account/page': row(() => '/account', ownPage),
  '/(member)/account/card/page': row(() => '/account/card', ownPage),
  '/(member)/account/checks/page': row(() => '/account/checks', ownPage),
  '/(member)/account/profile/page': row(() => '/account/profile', ownPage),
  '/(member)/account/registrations/page': row(() => '/account/registrations', ownPage),
  '/(member)/account/registrations/new/page': row(() => '/account/registrations/new', ownPage),
  '/(member)/account/registrations/new/invoice/page': row(
    withDraft('/account/registrations/new/invoice'),
    ownPage,
    {
      over: {
        at: withoutDraft('/account/registrations/new/invoice'),
        cell: to('/account/registrations/new'),
      },
    },
  ),
  '/(member)/account/registrations/new/check/page': row(
    withDraft('/account/registrations/new/check'),
    ownPage,
    {
      over: { at: withoutDraft('/account/registrations/new/check'), cell: 'shown' },
    },
  ),
  '/(member)/account/registrations/new/sent/page': row(
    async (world) => `/account/registrations/new/sent?invoice=${(await registration(world)).invoice}`,
    onesOwn,
    { malformed: { at: '/account/registrations/new/sent?invoice=x', cell: 'nothing' } },
  ),
  '/(member)/account/registrations/[id]/page': row(
    async (world) => `/account/registrations/${(await registration(world)).id}`,
    onesOwn,
    {
      malformed: { at: '/account/registrations/x', cell: 'nothing' },
    },
  ),
  '/(member)/account/registrations/[id]/withdraw/page': row(
    async (world) => `/account/registrations/${(await registration(world)).id}/withdraw`,
    onesOwn,
    {
      malformed: { at: '/account/registrations/x/withdraw', cell: 'nothing' },
      over: {
        at: async (world) => `/account/registrations/${(await registration(world, 'withdrawn')).id}/withdraw`,
        cell: to(/^\/account\/registrations\/[0-9a-f-]{36}$/),
      },
    },
  ),

  ...alertPages,
  ...centrePages,
  '/staff/admin/black/page': row(() => '/staff/admin/black', forAdmins),
  '/staff/admin/black/new/page': row(() => '/staff/admin/black/new', forAdmins),
  '/staff/admin/black/[id]/page': row(
    async (world) => `/staff/admin/black/${(await invited(world)).id}`,
    forAdmins,
    { malformed: { at: '/staff/admin/black/x', cell: 'nothing' } },
  ),
  '/staff/desk/page': row(() => '/staff/desk', {
    ...noMembers,
    desk: 'shown',
    reviewer: 'nothing',
    admin: 'nothing',
  }),
  '/staff/reviews/page': row(() => '/staff/reviews', {
    ...noMembers,
    desk: 'nothing',
    reviewer: 'shown',
    admin: 'shown',
  }),
  '/staff/reviews/corrections/page': row(() => '/staff/reviews/corrections', {
    ...noMembers,
    desk: 'nothing',
    reviewer: 'shown',
    admin: 'shown',
  }),
  '/staff/reviews/[id]/page': row(
    async (world) => `/staff/reviews/${(await registration(world)).invoice}`,
    { ...noMembers, desk: 'nothing', reviewer: 'shown', admin: 'shown' },
    { malformed: { at: '/staff/reviews/x', cell: 'nothing' }, writes: [log] },
  ),
  '/staff/admin/decisions/page': row(() => '/staff/admin/decisions?outcome=refused', forAdmins),
  '/staff/admin/failures/page': row(() => '/staff/admin/failures', forAdmins),
  '/staff/admin/page': row(() => '/staff/admin', forAdmins),
  '/staff/admin/members/page': row(() => '/staff/admin/members?q=Beispielmann', forAdmins),
  '/staff/admin/log/page': row(() => '/staff/admin/log', forAdmins),
  '/staff/invitation/[token]/page': row(() => `/staff/invitation/${'x'.repeat(43)}`, everybody, {
    malformed: { at: '/staff/invitation/short', cell: 'nothing' },
  }),
  '/staff/factors/page': row(() => '/staff/factors', ofStaff),
  '/staff/factors/enrol/page': row(() => '/staff/factors/enrol', { ...ofStaff, pending: 'shown' }),
  '/staff/factors/show/page': row(
    async (world) => {
      await withPasskeys(world)
      return '/staff/factors/show'
    },
    { ...ofStaff, pending: 'shown' },
  ),
  '/staff/sessions/page': row(() => '/staff/sessions', {
    ...noMembers,
    desk: 'shown',
    reviewer: 'shown',
    admin: 'shown',
  }),
  '/staff/admin/staff/page': row(() => '/staff/admin/staff', forAdmins),
  '/staff/admin/staff/invite/page': row(() => '/staff/admin/staff/invite', forAdmins),
  '/staff/admin/staff/[id]/page': row(({ desk }) => `/staff/admin/staff/${desk.actor.id}`, forAdmins, {
    malformed: { at: '/staff/admin/staff/x', cell: 'nothing' },
  }),
  '/staff/factors/authenticator/page': row(
    async ({ portal, reviewer }) => {
      await giveApp(portal.app, reviewer.actor, new Date())
      return '/staff/factors/authenticator'
    },
    { ...notAdmins, pending: 'nothing' },
  ),
  '/staff/factors/codes/page': row(() => '/staff/factors/codes', notAdmins),
  '/staff/admin/programme/page': row(() => '/staff/admin/programme', forAdmins),
  ...rulesPages,
  ...servicesPages,
  '/staff/admin/centres/page': row(() => '/staff/admin/centres', forAdmins),
  '/staff/admin/centres/new/page': row(() => '/staff/admin/centres/new', forAdmins),
  '/staff/admin/centres/[id]/page': row(
    ({ desk }) => `/staff/admin/centres/${desk.actor.centreId}`,
    forAdmins,
    {
      malformed: { at: '/staff/admin/centres/x', cell: 'nothing' },
    },
  ),
  '/staff/admin/members/[number]/change/[act]/page': row(
    ({ member }) => `/staff/admin/members/${member.number}/change/suspend`,
    forAdmins,
    {
      malformed: { at: '/staff/admin/members/LP-X/change/suspend', cell: 'nothing' },
      writes: [log],
    },
  ),
  '/staff/admin/members/[number]/invoices/[id]/page': row(
    async (world) =>
      `/staff/admin/members/${world.member.number}/invoices/${(await registration(world)).invoice}`,
    forAdmins,
    { malformed: { at: '/staff/admin/members/LP-X/invoices/x', cell: 'nothing' } },
  ),
  '/staff/admin/members/[number]/page': row(
    ({ member }) => `/staff/admin/members/${member.number}`,
    forAdmins,
    { malformed: { at: '/staff/admin/members/LP-X', cell: 'nothing' }, writes: [log] },
  ),
}

function withDraft(path: string) {
  return async ({ portal, member }: World) => {
    await fillDraft(portal.app, member.actor, [lineOf()])
    return path
  }
}

function withoutDraft(path: string) {
  return async ({ portal, member }: World) => {
    await portal.rows('delete from drafts where member_id = $1', member.actor.ownMemberId)
    return path
  }
}

/** An invitation of the member's, which waits for a second admin or was sent. */
async function invited({ portal, admin, people, member }: World, sent = false) {
  const person = { memberId: member.actor.ownMemberId }
  await portal.rows('delete from black_invitations where member_id = $1', person.memberId)
  const other = await people.admin()
  return sent
    ? aSentInvitation(portal.app, [other.actor, admin.actor], person)
    : { id: await anInvitation(portal.app, other.actor, person), token: undefined }
}
