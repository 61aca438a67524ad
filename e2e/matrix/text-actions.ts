import { publishText } from '@/lib/texts/commands/publish'
import { addDays, berlinDate } from '@/lib/time'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { adminsOnly, log, noStaff } from './columns'
import type { Form } from './request'
import { accepted, aDraft, currentTerms, noDraft, notAccepted } from './texts'

const home = '/staff/admin/programme/texts'
const texts = 'app/staff/admin/programme/texts/actions.ts'
const today = () => berlinDate(new Date())

export const documentActions: Record<string, ActionRow> = {
  [`${texts}#startTextDraft`]: {
    make: async (world) => {
      await noDraft(world)
      return { path: home, form: { id: await currentTerms(world) } }
    },
    who: adminsOnly,
    changes: ['texts', 'text_bodies', log],
    malformed: { make: () => ({ path: home, form: { id: 'x' } }), cell: 'refused' },
    over: {
      make: async (world) => {
        await aDraft(world)
        return { path: home, form: { id: await currentTerms(world) } }
      },
      cell: 'refused',
    },
    again: 'refused',
  },
  [`${texts}#saveTextDraft`]: {
    make: aboutDraft(({ id, seen }) => ({ id, seen, version: 'next', en: 'Hello.', de: 'Hallo.' })),
    who: adminsOnly,
    changes: ['texts', 'text_bodies', log],
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
  [`${texts}#publishText`]: {
    make: aboutDraft(({ id, seen }) => ({ id, seen, from: freeDay(), reason: 'New law' })),
    who: adminsOnly,
    changes: ['texts', log],
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
  [`${texts}#discardTextDraft`]: {
    make: aboutDraft(({ id }) => ({ id })),
    who: adminsOnly,
    changes: ['texts', 'text_bodies', log],
    malformed: { make: aboutDraft(() => ({ id: 'x' })), cell: 'refused' },
    over: { make: aboutDraft(() => ({ id: crypto.randomUUID() })), cell: 'refused' },
    again: 'refused',
  },
  [`${texts}#withdrawText`]: {
    make: aboutComing((id) => ({ id, reason: 'A mistake' })),
    who: adminsOnly,
    changes: ['texts', log],
    malformed: { make: aboutComing(() => ({ id: 'x', reason: 'A mistake' })), cell: 'refused' },
    over: {
      make: async (world) => ({
        path: home,
        form: { id: await currentTerms(world), reason: 'Too late' },
      }),
      cell: 'refused',
    },
    again: 'refused',
  },
  'app/(member)/account/texts/actions.ts#acceptText': {
    make: async (world) => ({
      path: '/account/texts',
      form: { id: await notAccepted(world), language: 'en' },
    }),
    who: {
      signedOut: 'sign-in',
      member: 'done',
      other: never('it is about the sender, and takes no id'),
      ...noStaff,
    },
    changes: ['acceptances', log],
    malformed: {
      make: () => ({ path: '/account/texts', form: { id: 'x', language: 'en' } }),
      cell: 'refused',
    },
    over: {
      make: async (world) => ({
        path: '/account/texts',
        form: { id: await accepted(world), language: 'en' },
      }),
      cell: 'refused',
    },
    again: 'refused',
  },
}

function aboutDraft(form: (draft: { id: string; seen: string }) => Form): Make {
  return async (world) => {
    const draft = await aDraft(world)
    return { path: `${home}/${draft.id}`, form: form(draft) }
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
    await publishText(admin, input, new Date(), world.portal.app)
    return { path: `${home}/${draft.id}`, form: form(draft.id) }
  }
}
