import { addDays, berlinDate } from '@/lib/calendar'
import { startDraft } from '@/lib/documents/commands/draft'
import { publish } from '@/lib/documents/commands/publish'
import { documentOn } from '@/lib/documents/queries'
import { addReason, setStanding } from '@/lib/reasons/commands'
import { aReason } from '@/lib/reviews/testing'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { adminsOnly, forAdmins, log, noStaff, ownPage } from './columns'
import type { PageRow } from './pages'
import type { Form } from './request'
import type { World } from './world'

// What the programme says in words and days: countries, reasons, policy and terms.

const home = '/staff/admin/programme'
const everybody = {
  signedOut: 'shown',
  member: 'shown',
  other: never('it shows what belongs to nobody, and takes no id of anybody’s'),
  desk: 'shown',
  reviewer: 'shown',
  admin: 'shown',
} as const
const page = (at: PageRow['at'], malformed?: string): PageRow => ({
  at,
  who: forAdmins,
  ...(malformed && { malformed: { at: malformed, cell: 'nothing' as const } }),
})

export const textPages: Record<string, PageRow> = {
  '/staff/admin/programme/countries/page': page(() => `${home}/countries`),
  '/staff/admin/programme/countries/[code]/page': page(() => `${home}/countries/DE`, `${home}/countries/XX`),
  '/(public)/terms/[version]/page': { ...page(() => '/terms/2026-11', '/terms/2019-01'), who: everybody },
  '/(public)/privacy/[version]/page': {
    ...page(() => '/privacy/2026-11', '/privacy/2019-01'),
    who: everybody,
  },
  '/(member)/account/agreements/page': {
    at: async (world) => {
      await notAccepted(world)
      return '/account/agreements'
    },
    who: ownPage,
  },
  '/staff/admin/programme/texts/page': page(() => `${home}/texts`),
  '/staff/admin/programme/texts/[id]/page': page(
    async (world) => `${home}/texts/${(await aDraft(world)).id}`,
    `${home}/texts/x`,
  ),
  '/staff/admin/programme/texts/[id]/members/page': page(
    async (world) => `${home}/texts/${await currentTerms(world)}/members`,
    `${home}/texts/x/members`,
  ),
  '/staff/admin/programme/reasons/page': page(() => `${home}/reasons`),
  '/staff/admin/programme/reasons/new/page': page(() => `${home}/reasons/new`),
  '/staff/admin/programme/reasons/[id]/page': page(
    async ({ portal }) => `${home}/reasons/${await aReason(portal.app, 'ask')}`,
    `${home}/reasons/x`,
  ),
}

const countries = 'app/staff/admin/programme/countries/actions.ts'
const today = () => berlinDate(new Date())

/** About Iceland, which is offered from and to these days. */
function aboutCountry(form: Form, from: string | null = null, to: string | null = null): Make {
  return async ({ portal }) => {
    await portal.rows(
      "update countries set offered_from = $1, offered_to = $2, operator = null, operator_url = null where code = 'IS'",
      from,
      to,
    )
    return { path: `${home}/countries/IS`, form: { code: 'IS', ...form } }
  }
}

const reasons = 'app/staff/admin/programme/reasons/actions.ts'
const words = () => ({
  en: `Please send it again (${crypto.randomUUID()}).`,
  de: 'Bitte senden Sie es noch einmal.',
})

/** About a reason that was added just now, and is retired already if told so. */
function aboutReason(form: (id: string) => Form, retired = false): Make {
  return async ({ portal, admin }) => {
    const id = await addReason(
      admin.actor,
      { kind: 'ask', ending: undefined, ...words() },
      new Date(),
      portal.app,
    )
    if (retired) await setStanding(admin.actor, { id, retired: 'yes' }, new Date(), portal.app)
    return { path: `${home}/reasons/${id}`, form: form(id) }
  }
}

const texts = 'app/staff/admin/programme/texts/actions.ts'

export const textActions: Record<string, ActionRow> = {
  [`${countries}#openCountry`]: {
    make: aboutCountry({ from: today() }),
    who: adminsOnly,
    changes: ['countries', log],
    malformed: { make: aboutCountry({ code: 'XX', from: today() }), cell: 'refused' },
    over: { make: aboutCountry({ from: addDays(today(), -1) }), cell: 'refused' },
    again: 'refused',
  },
  [`${countries}#endCountry`]: {
    make: aboutCountry({ to: today() }, '2026-01-01'),
    who: adminsOnly,
    changes: ['countries', log],
    malformed: { make: aboutCountry({ code: 'XX', to: today() }, '2026-01-01'), cell: 'refused' },
    over: { make: aboutCountry({ to: today() }, '2026-01-01', '2026-01-31'), cell: 'refused' },
    again: 'refused',
  },
  [`${countries}#takeBack`]: {
    make: aboutCountry({}, '2026-01-01', today()),
    who: adminsOnly,
    changes: ['countries', log],
    malformed: { make: aboutCountry({ code: 'XX' }, '2026-01-01', today()), cell: 'refused' },
    over: { make: aboutCountry({}, '2026-01-01', '2026-01-31'), cell: 'refused' },
    again: 'refused',
  },
  [`${countries}#nameOperator`]: {
    make: aboutCountry({ operator: 'Somebody there', url: 'https://there.example.com' }),
    who: adminsOnly,
    changes: ['countries', log],
    malformed: { make: aboutCountry({ code: 'XX', operator: 'Somebody' }), cell: 'refused' },
    over: { make: aboutCountry({ operator: '', url: 'https://there.example.com' }), cell: 'refused' },
    again: 'done',
  },
  [`${reasons}#add`]: {
    make: () => ({ path: `${home}/reasons/new`, form: { kind: 'ask', ...words() } }),
    who: adminsOnly,
    changes: ['reasons', log],
    malformed: {
      make: () => ({ path: `${home}/reasons/new`, form: { kind: 'no', ...words() } }),
      cell: 'refused',
    },
    over: never('a reason can be added at any time'),
    again: 'done',
  },
  [`${reasons}#reword`]: {
    make: aboutReason((id) => ({ id, ...words() })),
    who: adminsOnly,
    changes: ['reasons', log],
    malformed: { make: aboutReason(() => ({ id: 'x', ...words() })), cell: 'refused' },
    over: { make: aboutReason((id) => ({ id, ...words() }), true), cell: 'refused' },
    again: 'refused',
  },
  [`${reasons}#setStanding`]: {
    make: aboutReason((id) => ({ id, retired: 'yes' })),
    who: adminsOnly,
    changes: ['reasons', log],
    malformed: { make: aboutReason(() => ({ id: 'x', retired: 'yes' })), cell: 'refused' },
    over: { make: aboutReason((id) => ({ id, retired: 'yes' }), true), cell: 'refused' },
    again: 'refused',
  },
  [`${reasons}#move`]: {
    make: aboutReason((id) => ({ id, way: 'up' })),
    who: adminsOnly,
    changes: ['reasons', log],
    malformed: { make: aboutReason(() => ({ id: 'x', way: 'up' })), cell: 'refused' },
    over: { make: aboutReason((id) => ({ id, way: 'up' }), true), cell: 'refused' },
    again: 'done',
  },
  [`${texts}#begin`]: {
    make: async (world) => {
      await noDraft(world)
      return { path: `${home}/texts`, form: { id: await currentTerms(world) } }
    },
    who: adminsOnly,
    changes: ['documents', 'document_texts', log],
    malformed: { make: () => ({ path: `${home}/texts`, form: { id: 'x' } }), cell: 'refused' },
    over: {
      make: async (world) => {
        await aDraft(world)
        return { path: `${home}/texts`, form: { id: await currentTerms(world) } }
      },
      cell: 'refused',
    },
    again: 'refused',
  },
  [`${texts}#save`]: {
    make: aboutDraft(({ id, seen }) => ({ id, seen, version: 'next', en: 'Hello.', de: 'Hallo.' })),
    who: adminsOnly,
    changes: ['documents', 'document_texts', log],
    malformed: {
      make: aboutDraft(({ id, seen }) => ({ id, seen, version: '../x', en: 'Hello.', de: 'Hallo.' })),
      cell: 'refused',
    },
    over: {
      make: aboutDraft(({ id }) => ({
        id,
        seen: '2026-01-01T00:00:00.000Z',
        version: 'next',
        en: 'Hello.',
        de: 'Hallo.',
      })),
      cell: 'refused',
    },
    again: 'refused',
  },
  [`${texts}#publish`]: {
    make: aboutDraft(({ id, seen }) => ({ id, seen, from: freeDay(), reason: 'New law' })),
    who: adminsOnly,
    changes: ['documents', log],
    malformed: {
      make: aboutDraft(({ seen }) => ({ id: 'x', seen, from: freeDay(), reason: 'New law' })),
      cell: 'refused',
    },
    over: {
      make: aboutDraft(({ id, seen }) => ({ id, seen, from: today(), reason: 'Late' })),
      cell: 'refused',
    },
    again: 'refused',
  },
  [`${texts}#discard`]: {
    make: aboutDraft(({ id }) => ({ id })),
    who: adminsOnly,
    changes: ['documents', 'document_texts', log],
    malformed: { make: aboutDraft(() => ({ id: 'x' })), cell: 'refused' },
    over: { make: aboutDraft(() => ({ id: crypto.randomUUID() })), cell: 'refused' },
    again: 'refused',
  },
  [`${texts}#withdraw`]: {
    make: aboutComing((id) => ({ id, reason: 'A mistake' })),
    who: adminsOnly,
    changes: ['documents', log],
    malformed: { make: aboutComing(() => ({ id: 'x', reason: 'A mistake' })), cell: 'refused' },
    over: {
      make: async (world) => ({
        path: `${home}/texts`,
        form: { id: await currentTerms(world), reason: 'Too late' },
      }),
      cell: 'refused',
    },
    again: 'refused',
  },
  'app/(member)/account/agreements/actions.ts#accept': {
    make: async (world) => ({
      path: '/account/agreements',
      form: { id: await notAccepted(world), language: 'en' },
    }),
    who: {
      signedOut: 'sign-in',
      member: 'done',
      other: never('it is about whoever asks, and takes no id of anybody’s'),
      ...noStaff,
    },
    changes: ['acceptances', log],
    malformed: {
      make: () => ({ path: '/account/agreements', form: { id: 'x', language: 'en' } }),
      cell: 'refused',
    },
    over: {
      make: async (world) => ({
        path: '/account/agreements',
        form: { id: await accepted(world), language: 'en' },
      }),
      cell: 'refused',
    },
    again: 'refused',
  },
}

const currentTerms = async ({ portal }: World) => (await documentOn('terms', today(), portal.app)).id

/** The member has not accepted the terms in force, which this gives the id of. */
async function notAccepted(world: World) {
  const id = await currentTerms(world)
  await world.portal.rows(
    'delete from acceptances where document_id = $1 and member_id = $2',
    id,
    world.member.actor.ownMemberId,
  )
  return id
}

/** The member has accepted the terms in force. */
async function accepted(world: World) {
  const id = await notAccepted(world)
  await world.portal.rows(
    "insert into acceptances (member_id, document_id, language, at) values ($1, $2, 'en', now())",
    world.member.actor.ownMemberId,
    id,
  )
  return id
}

const noDraft = ({ portal }: World) => portal.rows('delete from documents where published_at is null')

async function aDraft(world: World) {
  await noDraft(world)
  const at = new Date()
  const id = await startDraft(world.admin.actor, await currentTerms(world), at, world.portal.app)
  return { id, seen: at.toISOString() }
}

function aboutDraft(form: (draft: { id: string; seen: string }) => Form): Make {
  return async (world) => {
    const draft = await aDraft(world)
    return { path: `${home}/texts/${draft.id}`, form: form(draft) }
  }
}

let days = 1000
/** A day far from now on which no other version begins. */
const freeDay = () => addDays(today(), days++)

function aboutComing(form: (id: string) => Form): Make {
  return async (world) => {
    const draft = await aDraft(world)
    const admin = { ...world.admin.actor, factorAt: new Date() }
    const input = { ...draft, from: freeDay(), reason: 'New law' }
    await publish(admin, input, new Date(), world.portal.app)
    return { path: `${home}/texts/${draft.id}`, form: form(draft.id) }
  }
}
