import { and, eq } from 'drizzle-orm'
import { challenges, emailChanges, registrations, staffInvitations } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { codeHash } from '@/lib/auth/code'
import { drawToken, tokenHash } from '@/lib/auth/secrets'
import { berlinDate } from '@/lib/calendar'
import { documentOn } from '@/lib/documents/queries'
import { fillDraft, lineOf } from '@/lib/registrations/testing'
import { aReason, aRegistration } from '@/lib/reviews/testing'
import type { Person } from '../fixtures/people'
import { setting } from '../fixtures/test'
import { alertActions } from './alert-rows'
import { blackActions } from './black-actions'
import { catalogueActions } from './catalogue-actions'
import { type Cell, never, type Who } from './cells'
import { centreActions } from './centre-actions'
import { factorActions } from './factor-actions'
import { failureActions } from './failure-actions'
import { recoveryActions } from './recovery-actions'
import type { Form } from './request'
import { rulesActions } from './rules'
import { servicesActions } from './services'
import { sessionActions } from './session-rows'
import { ssoActions } from './sso-rows'
import { textActions } from './texts'
import type { World } from './world'

/**
 * One call of an action: the page it is posted to, its form, and what the browser's cookies hold besides the session. A form
 * that belongs to the session of whoever sends it is made for them.
 */
export type Call = {
  path: string
  form: Form | ((as?: Person) => Promise<Form>)
  cookies?: Record<string, string>
}
export type Make = (world: World) => Call | Promise<Call>
type Column = { make: Make; cell: Cell } | { never: string }

export type ActionRow = {
  /** A call that whoever may make it makes with success, about something made afresh. */
  make: Make
  who: Who
  /** What success changes: tables, `files`, `cookie …`. */
  changes: string[]
  /** What a refusal may change all the same: it counts tries, or writes the check down. */
  counts?: string[]
  malformed: Column
  over: Column
  /** The same call once more, by the same person. */
  again: Cell
  /** The action takes the form alone and says nothing. */
  plain?: true
}

const noStaff = { desk: 'nothing', reviewer: 'nothing', admin: 'nothing' } as const
const membersOwn = {
  signedOut: 'sign-in',
  member: 'done',
  other: never('it is about whoever asks, and takes no id'),
  ...noStaff,
} as const
const onesOwn = { signedOut: 'sign-in', member: 'done', other: 'refused', ...noStaff } as const
const anybody = {
  signedOut: 'done',
  member: 'done',
  other: never('it is about this browser, and takes no id'),
  desk: 'done',
  reviewer: 'done',
  admin: 'done',
} as const

const jobs = 'graphile_worker._private_jobs'
const log = 'log_entries'
const noId = never('it takes no id')

const auth: Record<string, ActionRow> = {
  'app/actions.ts#chooseLanguage': {
    make: () => ({ path: '/privacy', form: { language: 'de' } }),
    who: anybody,
    changes: ['cookie lumix-language'],
    malformed: { make: () => ({ path: '/privacy', form: { language: 'tlh' } }), cell: 'shown' },
    over: never('a language can be chosen at any time'),
    again: 'done',
    plain: true,
  },
  'app/actions.ts#signOutHere': {
    make: () => ({ path: '/privacy', form: {} }),
    who: anybody,
    changes: ['cookie lumix-session'],
    malformed: noId,
    over: never('who is signed out already is the column "signed out"'),
    again: 'done',
    plain: true,
  },
  'app/(public)/join/actions.ts#join': {
    make: joining(),
    who: anybody,
    changes: ['challenges', jobs, 'cookie lumix-challenge'],
    malformed: { make: joining({ terms: 'x' }), cell: 'refused' },
    over: { make: joining({ terms: crypto.randomUUID() }), cell: 'refused' },
    again: 'done',
  },
  'app/(public)/sign-in/actions.ts#askForCode': {
    make: () => ({ path: '/sign-in', form: { email: anAddress() } }),
    who: anybody,
    changes: ['challenges', jobs, 'cookie lumix-challenge'],
    malformed: { make: () => ({ path: '/sign-in', form: { email: 'nobody' } }), cell: 'refused' },
    over: never('a code can be asked for at any time'),
    again: 'done',
  },
  'app/(public)/sign-in/actions.ts#signIn': {
    make: withChallenge((code) => ({ code })),
    who: anybody,
    changes: ['challenges', 'sessions', log, 'cookie lumix-session', 'cookie lumix-challenge'],
    counts: ['challenges'],
    malformed: { make: withChallenge(() => ({ code: '        ' })), cell: 'refused' },
    over: { make: withChallenge((code) => ({ code }), { expiresAt: new Date(0) }), cell: 'refused' },
    again: 'refused',
  },
  'app/(public)/sign-in/actions.ts#sendNewCode': {
    make: (world) => withChallenge(() => ({}), { email: anAddress() })(world),
    who: anybody,
    changes: ['challenges', jobs, 'cookie lumix-challenge'],
    malformed: noId,
    over: { make: withChallenge(() => ({}), { expiresAt: new Date(0) }), cell: 'refused' },
    again: 'refused',
  },
  'app/(public)/account/email/[token]/actions.ts#confirmAddress': {
    make: confirmation(),
    who: { ...anybody, other: never('the token is the proof, whoever is signed in where the mail is read') },
    changes: ['email_changes', log],
    malformed: {
      make: () => ({ path: `/account/email/${'x'.repeat(43)}`, form: { token: 'x' } }),
      cell: 'refused',
    },
    over: { make: confirmation({ expiresAt: new Date(0) }), cell: 'refused' },
    again: never('pressing twice in one mailbox says the same: now the other one'),
  },
}

const member: Record<string, ActionRow> = {
  'app/(member)/account/profile/actions.ts#savePreferences': {
    make: () => profile({ country: 'FR', language: 'de' }),
    who: membersOwn,
    changes: ['accounts', 'members', log],
    malformed: { make: () => profile({ country: 'Atlantis', language: 'de' }), cell: 'refused' },
    over: never('preferences can be changed at any time'),
    again: never('the same once more is the same'),
  },
  'app/(member)/account/profile/actions.ts#saveIdentity': {
    make: () => profile(identity),
    who: membersOwn,
    changes: ['members', log],
    malformed: { make: () => profile({ ...identity, bornOn: 'yesterday' }), cell: 'refused' },
    over: {
      async make({ portal, member }) {
        await aRegistration(portal.app, member.actor, { state: 'verified' })
        return profile(identity) // a purchase is verified now, and nothing says why
      },
      cell: 'refused',
    },
    again: never('the same once more is the same'),
  },
  'app/(member)/account/profile/actions.ts#changeAddress': {
    make: () => profile({ email: `new-${crypto.randomUUID()}@example.com` }),
    who: membersOwn,
    changes: ['email_changes', jobs, log],
    malformed: { make: () => profile({ email: 'nobody' }), cell: 'refused' },
    over: { make: ({ member }) => profile({ email: member.email }), cell: 'refused' },
    again: never('a new request replaces the one before'),
  },
  'app/(member)/account/profile/actions.ts#leaveEverywhere': {
    make: () => profile({}),
    who: membersOwn,
    changes: ['sessions', log, 'cookie lumix-session'],
    malformed: noId,
    over: never('who is signed out already is the column "signed out"'),
    again: 'sign-in',
  },
  'app/(member)/account/products/new/actions.ts#editList': {
    make: () => ({
      path: '/account/products/new',
      form: { intent: 'save', 'lines.0.model': 'S5 II', 'lines.0.serial': drawToken().slice(0, 8) },
    }),
    who: membersOwn,
    changes: ['drafts'],
    malformed: never('whatever is typed is kept'),
    over: never('a list can be written at any time'),
    again: never('the same once more is the same list'),
  },
  'app/(member)/account/products/new/check/actions.ts#sendList': {
    make: sending(),
    who: membersOwn,
    changes: ['drafts', 'registrations', 'registration_events', log],
    malformed: { make: sending('not a model'), cell: 'refused' },
    over: never('a list that was sent is the column "again"'),
    again: 'refused',
  },
  'app/(member)/account/products/[id]/actions.ts#withdraw': {
    make: about({}, ({ id }) => ({ id })),
    who: onesOwn,
    changes: ['registrations', 'registration_events', log],
    malformed: { make: about({}, () => ({ id: 'x' })), cell: 'refused' },
    over: { make: about({ state: 'sold' }, ({ id }) => ({ id })), cell: 'refused' },
    again: 'refused',
  },
  'app/(member)/account/products/[id]/actions.ts#appeal': {
    make: about({ state: 'refused' }, ({ id }) => ({ id, note: 'The date is on the second page.' })),
    who: onesOwn,
    changes: ['registrations', 'registration_events', log],
    malformed: { make: about({ state: 'refused' }, () => ({ id: 'x', note: 'Why?' })), cell: 'refused' },
    over: { make: about({ state: 'verified' }, ({ id }) => ({ id, note: 'Why?' })), cell: 'refused' },
    again: 'refused',
  },
}

const forAdmins = {
  signedOut: 'sign-in',
  member: 'nothing',
  other: 'nothing',
  desk: 'nothing',
  reviewer: 'nothing',
  admin: 'done',
} as const
const reviewers = { desk: 'nothing', reviewer: 'done', admin: 'done' } as const
const staff: Record<string, ActionRow> = {
  'app/staff/reviews/[id]/actions.ts#decide': {
    make: deciding(),
    who: { signedOut: 'sign-in', member: 'nothing', other: 'nothing', ...reviewers },
    changes: ['registrations', 'decisions', 'mails', jobs, log],
    counts: [log], // the answer brings the item as it stands, and whoever sees it is written down
    malformed: { make: deciding({}, { id: 'x' }), cell: 'refused' },
    over: { make: deciding({ state: 'withdrawn' }), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/reviews/corrections/actions.ts#decideWish': {
    make: wishing((id) => ({ id, granted: 'yes' })),
    who: { signedOut: 'sign-in', member: 'nothing', other: 'nothing', ...reviewers },
    changes: ['correction_requests', 'members', 'mails', jobs, log],
    malformed: { make: wishing(() => ({ id: 'x', granted: 'yes' })), cell: 'refused' },
    over: { make: wishing((id) => ({ id, granted: 'no' }), true), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/admin/members/[number]/actions.ts#correctName': {
    make: managing('change/name', () => ({ ...newName(), reason: 'Married' })),
    who: forAdmins,
    changes: ['members', 'membership_acts', 'mails', jobs, log],
    counts: [log], // the answer brings the record, and whoever sees it is written down
    malformed: {
      make: managing('change/name', () => ({ ...newName(), reason: 'x', number: 'x' })),
      cell: 'refused',
    },
    over: never('a name can be corrected at any time'),
    again: 'refused',
  },
  'app/staff/admin/members/[number]/actions.ts#changeStanding': {
    make: managing('change/suspend', () => ({ act: 'suspend', reason: 'Lent to somebody else' })),
    who: forAdmins,
    changes: ['memberships', 'membership_acts', 'mails', jobs, log],
    counts: [log],
    malformed: {
      make: managing('change/suspend', () => ({ act: 'suspend', reason: 'x', number: 'x' })),
      cell: 'refused',
    },
    over: {
      make: managing('change/suspend', () => ({ act: 'suspend', reason: 'x' }), '2026-01-01'),
      cell: 'refused',
    },
    again: 'refused',
  },
  'app/staff/admin/members/[number]/actions.ts#sendMailAgain': {
    make: managing('', (mail) => ({ mail })),
    who: forAdmins,
    changes: ['mails', jobs, log],
    counts: [log],
    malformed: { make: managing('', () => ({ mail: 'x' })), cell: 'refused' },
    over: never('a mail that waits already is the column "again"'),
    again: 'refused',
  },
  'app/staff/desk/actions.ts#check': {
    make: atDesk(true),
    who: {
      signedOut: 'sign-in',
      member: 'nothing',
      other: 'nothing',
      desk: 'done',
      reviewer: 'nothing',
      admin: 'nothing',
    },
    changes: [log],
    counts: [log],
    malformed: {
      make: () => ({ path: '/staff/desk', form: { card: 'LP-7K3M9-Q2XH8', purpose: 'service' } }),
      cell: 'refused',
    },
    over: { make: atDesk(false), cell: 'refused' },
    again: 'done',
  },
}

const adminsOnly = {
  signedOut: 'sign-in',
  member: 'nothing',
  other: 'nothing',
  desk: 'nothing',
  reviewer: 'nothing',
  admin: 'done',
} as const

const centres: Record<string, ActionRow> = {
  'app/staff/admin/centres/actions.ts#add': {
    make: () => ({ path: '/staff/admin/centres/new', form: centreForm() }),
    who: adminsOnly,
    changes: ['centres', log],
    malformed: {
      make: () => ({ path: '/staff/admin/centres/new', form: { ...centreForm(), country: 'XX' } }),
      cell: 'refused',
    },
    over: never('a service centre can be added at any time'),
    again: 'refused', // the name is taken
  },
  'app/staff/admin/centres/actions.ts#change': {
    make: (world) => aboutCentre(world, centreForm()),
    who: adminsOnly,
    changes: ['centres', log],
    malformed: { make: (world) => aboutCentre(world, { ...centreForm(), id: 'x' }), cell: 'refused' },
    over: {
      make: (world) => aboutCentre(world, { ...centreForm(), id: crypto.randomUUID() }),
      cell: 'refused',
    },
    again: never('the same once more is the same'),
  },
  'app/staff/admin/centres/actions.ts#openUp': {
    make: opening('no'),
    who: adminsOnly,
    changes: ['centres', log],
    malformed: { make: (world) => aboutCentre(world, { id: 'x', open: 'no' }), cell: 'refused' },
    over: { make: opening('yes'), cell: 'refused' },
    again: 'refused',
  },
}

const theStaff = { desk: 'done', reviewer: 'done', admin: 'done' } as const
const people = 'app/staff/admin/staff/actions.ts'
const signedOutBefore = never('who is signed out already is the column "signed out"')

const staffing: Record<string, ActionRow> = {
  'app/(member)/account/profile/actions.ts#endOne': {
    make: endingOwn(() => '/account/profile', 'member'),
    who: onesOwn,
    changes: ['sessions', log],
    malformed: { make: () => ({ path: '/account/profile', form: { id: 'x' } }), cell: 'refused' },
    over: {
      make: () => ({ path: '/account/profile', form: { id: crypto.randomUUID() } }),
      cell: 'refused',
    },
    again: 'refused',
  },
  'app/staff/sessions/actions.ts#endOne': {
    make: endingOwn(() => '/staff/sessions', 'admin'),
    who: {
      signedOut: 'sign-in',
      member: 'nothing',
      other: 'nothing',
      desk: 'refused',
      reviewer: 'refused',
      admin: 'done',
    },
    changes: ['sessions', log],
    malformed: { make: () => ({ path: '/staff/sessions', form: { id: 'x' } }), cell: 'refused' },
    over: { make: () => ({ path: '/staff/sessions', form: { id: crypto.randomUUID() } }), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/sessions/actions.ts#leaveEverywhere': {
    make: () => ({ path: '/staff/sessions', form: {} }),
    who: { signedOut: 'sign-in', member: 'nothing', other: 'nothing', ...theStaff },
    changes: ['sessions', log, 'cookie lumix-session'],
    malformed: noId,
    over: signedOutBefore,
    again: 'sign-in',
  },
  'app/staff/join/[token]/actions.ts#accept': {
    make: joiningStaff(),
    who: { ...anybody, other: never('the token is the proof, whoever is signed in where the mail is read') },
    changes: ['accounts', 'staff_invitations', 'challenges', jobs, log, 'cookie lumix-challenge'],
    malformed: {
      make: () => ({ path: `/staff/join/${'x'.repeat(43)}`, form: { token: 'x' } }),
      cell: 'refused',
    },
    over: { make: joiningStaff({ expiresAt: new Date(0) }), cell: 'refused' },
    again: 'refused',
  },
  [`${people}#invite`]: {
    make: () => ({ path: '/staff/admin/staff/invite', form: invitationForm() }),
    who: adminsOnly,
    changes: ['staff_invitations', jobs, log],
    malformed: {
      make: () => ({ path: '/staff/admin/staff/invite', form: { ...invitationForm(), email: 'nobody' } }),
      cell: 'refused',
    },
    over: {
      make: ({ member }) => ({
        path: '/staff/admin/staff/invite',
        form: { ...invitationForm(), email: member.email },
      }),
      cell: 'refused',
    },
    again: 'refused',
  },
  [`${people}#resend`]: {
    make: aboutInvitation(),
    who: adminsOnly,
    changes: ['staff_invitations', jobs, log],
    malformed: { make: () => ({ path: '/staff/admin/staff', form: { id: 'x' } }), cell: 'refused' },
    over: { make: aboutInvitation(true), cell: 'refused' },
    again: never('each time another mail goes out, and the link before it ends'),
  },
  [`${people}#revoke`]: {
    make: aboutInvitation(),
    who: adminsOnly,
    changes: ['staff_invitations', log],
    malformed: { make: () => ({ path: '/staff/admin/staff', form: { id: 'x' } }), cell: 'refused' },
    over: { make: aboutInvitation(true), cell: 'refused' },
    again: 'refused',
  },
  [`${people}#changeRole`]: {
    make: aboutPerson({ role: 'admin', centre: '' }),
    who: adminsOnly,
    changes: ['accounts', log],
    malformed: { make: aboutPerson({ id: 'x', role: 'admin' }), cell: 'refused' },
    over: { make: aboutPerson({ role: 'reviewer', centre: '' }), cell: 'refused' },
    again: 'refused',
  },
  [`${people}#setStanding`]: {
    make: aboutPerson({ disabled: 'yes', reason: 'Left the company' }),
    who: adminsOnly,
    changes: ['accounts', log],
    malformed: { make: aboutPerson({ id: 'x', disabled: 'yes', reason: 'Left' }), cell: 'refused' },
    over: { make: aboutPerson({ disabled: 'no', reason: 'Back' }), cell: 'refused' },
    again: 'refused',
  },
  [`${people}#endOne`]: {
    make: endingOwn(onesPage, 'member'),
    who: adminsOnly,
    changes: ['sessions', log],
    malformed: { make: (world) => ({ path: onesPage(world), form: { id: 'x' } }), cell: 'refused' },
    over: {
      make: (world) => ({ path: onesPage(world), form: { id: crypto.randomUUID() } }),
      cell: 'refused',
    },
    again: 'refused',
  },
  [`${people}#endAll`]: {
    make: async (world) => {
      const { people, member } = world
      await people.signedIn(member.actor, member.email)
      return { path: onesPage(world), form: { account: member.actor.id } }
    },
    who: adminsOnly,
    changes: ['sessions', log],
    malformed: { make: (world) => ({ path: onesPage(world), form: { account: 'x' } }), cell: 'refused' },
    over: {
      make: (world) => ({ path: onesPage(world), form: { account: crypto.randomUUID() } }),
      cell: 'refused',
    },
    again: 'refused',
  },
}

export const actions: Record<string, ActionRow> = {
  ...alertActions,
  ...blackActions,
  ...catalogueActions,
  ...factorActions,
  ...failureActions,
  ...sessionActions,
  ...ssoActions,
  ...centreActions,
  ...rulesActions,
  ...servicesActions,
  ...recoveryActions,
  ...staffing,
  ...auth,
  ...member,
  ...staff,
  ...centres,
  ...textActions,
}

const identity = { firstName: 'Thea', surname: 'Beispiel-Neumann', bornOn: '1990-05-17', why: '' }
const profile = (form: Form): Call => ({ path: '/account/profile', form })

const centreForm = (): Form => ({
  name: `Centre ${crypto.randomUUID()}`,
  city: 'Lyon',
  country: 'FR',
  languages: ['fr', 'en'],
  basis: 'eu',
})

/** About the service centre of the desk, unless the form names another one. */
const aboutCentre = ({ desk }: World, form: Form): Call => ({
  path: `/staff/admin/centres/${desk.actor.centreId}`,
  form: { id: desk.actor.centreId, ...form },
})

/** To open or to close a centre that is open. */
function opening(open: 'yes' | 'no'): Make {
  return async (world) => {
    await world.portal.rows('update centres set open = true where id = $1', world.desk.actor.centreId)
    return aboutCentre(world, { open })
  }
}

/** To sign out a device of somebody's that is not the one that asks. */
function endingOwn(page: (world: World) => string, whose: 'member' | 'admin'): Make {
  return async (world) => {
    const { portal, people, [whose]: person } = world
    const { token } = await people.signedIn<Actor>(person.actor, person.email)
    const [session] = await portal.rows<{ id: string }>(
      'select id from sessions where token_hash = $1',
      tokenHash(token),
    )
    return { path: page(world), form: { id: String(session?.id) } }
  }
}

/** The page of somebody on the staff, on which an admin ends sessions. */
function onesPage({ desk }: World) {
  return `/staff/admin/staff/${desk.actor.id}`
}

const invitationForm = (): Form => ({
  email: `invited-${crypto.randomUUID()}@example.com`,
  role: 'reviewer',
  centre: '',
  language: 'en',
})

async function invited({ portal, admin }: World, over: Partial<typeof staffInvitations.$inferInsert> = {}) {
  const token = drawToken()
  const [made] = await portal.app
    .insert(staffInvitations)
    .values({
      email: `invited-${crypto.randomUUID()}@example.com`,
      role: 'reviewer',
      language: 'en',
      invitedBy: admin.actor.id,
      tokenHash: tokenHash(token),
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 60_000),
      ...over,
    })
    .returning({ id: staffInvitations.id })
  return { id: String(made?.id), token }
}

function joiningStaff(over: Partial<typeof staffInvitations.$inferInsert> = {}): Make {
  return async (world) => {
    const { token } = await invited(world, over)
    return { path: `/staff/join/${token}`, form: { token } }
  }
}

/** About an open invitation, or one that was revoked. */
function aboutInvitation(over = false): Make {
  return async (world) => {
    const revoked = over ? { revokedAt: new Date(), revokedBy: world.admin.actor.id } : {}
    const { id } = await invited(world, revoked)
    return { path: '/staff/admin/staff', form: { id } }
  }
}

/** About a reviewer who has just joined, unless the form names another one. */
function aboutPerson(form: Form): Make {
  return async ({ people }) => {
    const { actor } = await people.reviewer()
    return { path: `/staff/admin/staff/${actor.id}`, form: { id: actor.id, ...form } }
  }
}

function joining(more: Form = {}): Make {
  return async ({ portal }) => {
    const today = berlinDate(new Date())
    const [terms, privacy] = [
      await documentOn('terms', today, portal.app),
      await documentOn('privacy', today, portal.app),
    ]
    const email = `${crypto.randomUUID()}@example.com`
    const person = { ...identity, email, country: 'DE', language: 'en' }
    return { path: '/join', form: { ...person, terms: terms.id, privacy: privacy.id, ...more } }
  }
}

/** A sign-in of the member's under way in this browser, with the code that its mail holds. */
/** Each its own, since an address may ask for five codes in a quarter of an hour; known or not, the answer is the same. */
const anAddress = () => `asks-${crypto.randomUUID()}@example.com`

function withChallenge(
  form: (code: string) => Form,
  over: Partial<typeof challenges.$inferInsert> = {},
): Make {
  return async ({ portal, member }) => {
    const [token, id, code] = [drawToken(), crypto.randomUUID(), 'K7QM2XHD']
    await portal.app.insert(challenges).values({
      id,
      email: member.email,
      language: 'en',
      browserHash: tokenHash(token),
      codeHash: codeHash(setting('AUTH_SECRET'), id, code),
      expiresAt: new Date(Date.now() + 60_000),
      ...over,
    })
    return { path: '/sign-in/code', form: form(code), cookies: { 'lumix-challenge': token } }
  }
}

function confirmation(over: Partial<typeof emailChanges.$inferInsert> = {}): Make {
  return async ({ portal, member }) => {
    const token = drawToken()
    await portal.app.delete(emailChanges).where(eq(emailChanges.accountId, member.actor.id))
    await portal.app.insert(emailChanges).values({
      accountId: member.actor.id,
      newEmail: `new-${crypto.randomUUID()}@example.com`,
      oldTokenHash: tokenHash(token),
      expiresAt: new Date(Date.now() + 60_000),
      ...over,
    })
    return { path: `/account/email/${token}`, form: { token } }
  }
}

function sending(model = 'DC-S5M2'): Make {
  return async ({ portal, member }) => {
    await fillDraft(portal.app, member.actor, [lineOf({ model })])
    return { path: '/account/products/new/check', form: {} }
  }
}

type Over = Partial<typeof registrations.$inferInsert>
type Made = Awaited<ReturnType<typeof aRegistration>>

/** About a registration of the member's. */
function about(over: Over, form: (made: Made) => Form): Make {
  return async ({ portal, member }) => {
    const made = await aRegistration(portal.app, member.actor, over)
    const page = over.state === 'refused' ? '' : '/withdraw'
    return { path: `/account/products/${made.id}${page}`, form: form(made) }
  }
}

/** A check at the desk of a centre that is open, or is not any more. */
function atDesk(open: boolean): Make {
  return async ({ portal, desk, member }) => {
    await portal.rows('update centres set open = $2 where id = $1', desk.actor.centreId, open)
    return { path: '/staff/desk', form: { card: member.number, purpose: 'service' } }
  }
}

const newName = () => ({ firstName: 'Thea', surname: `Neu ${drawToken().replace(/[^a-z]/gi, '')}` })

/** The member's record as it was on the day of joining, with a mail that failed. */
function managing(page: string, form: (mail: string) => Form, endedOn: string | null = null): Make {
  return async ({ portal, member }) => {
    await portal.rows(
      `update memberships set suspended_at = null, ended_on = $2::date,
        ended_reason = case when $2::date is not null then 'x' end where member_id = $1`,
      member.actor.ownMemberId,
      endedOn,
    )
    const [mail] = await portal.rows<{ id: string }>(
      `insert into mails (account_id, template, about, state) values ($1, 'welcome', '{}', 'failed') returning id`,
      member.actor.id,
    )
    const path = `/staff/admin/members/${member.number}${page && `/${page}`}`
    return { path, form: { number: member.number, ...form(String(mail?.id)) } }
  }
}

/** A decision about a registration of the member's, who has another one besides. */
function deciding(over: Over = {}, more: Form = {}): Make {
  return async ({ portal, member }) => {
    await portal.app
      .update(registrations)
      .set({ state: 'withdrawn', waitingSince: null })
      .where(and(eq(registrations.memberId, member.actor.ownMemberId), eq(registrations.state, 'verified')))
    const { id, invoice } = await aRegistration(portal.app, member.actor, over)
    return { path: `/staff/reviews/${invoice}`, form: { decision: 'verify', id, invoice, ...more } }
  }
}

/** A wish of the member's to have the surname corrected; decided already, if told so. */
function wishing(form: (id: string) => Form, decided = false): Make {
  return async ({ portal, member, reviewer }) => {
    await portal.rows('delete from correction_requests where member_id = $1', member.actor.ownMemberId)
    const [wish] = await portal.rows<{ id: string }>(
      `insert into correction_requests (member_id, first_name, surname, born_on, why, decided_at, decided_by, granted)
        values ($1, 'Thea', $2, '1990-05-17', 'Married', $3, $4, $5) returning id`,
      member.actor.ownMemberId,
      `Beispiel-${drawToken().replace(/[^a-z]/gi, '')}`,
      ...(decided ? [new Date(), reviewer.actor.id, 'no'] : [null, null, null]),
    )
    return { path: '/staff/reviews/corrections', form: form(String(wish?.id)) }
  }
}

/** A decision about what belongs to the person who decides. */
export async function ownPurchase({ portal, member, people }: World) {
  const reviewer = await people.reviewer({ ownMemberId: member.actor.ownMemberId })
  const { id, invoice } = await aRegistration(portal.app, member.actor)
  const reason = await aReason(portal.app, 'refuse')
  const forms: Form[] = [
    { decision: 'verify', id, invoice },
    { decision: 'refuse', id, invoice, reason, sentence: '' },
  ]
  return { reviewer, path: `/staff/reviews/${invoice}`, forms }
}
