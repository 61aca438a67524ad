import type { registrations } from '@/db/schema'
import { createToken } from '@/lib/secrets'
import { fillDraft, lineOf } from '@/testing/registrations'
import { aRegistration } from '@/testing/reviews'
import type { ActionRow, Call, Make } from './action-row'
import { never } from './cells'
import { anyMember, jobs, log, membersOwn, noId, signedOutBefore, theSame } from './columns'
import type { Form } from './request'
import { endingOwn } from './session-rows'

export const memberActions: Record<string, ActionRow> = {
  'app/(member)/account/profile/actions.ts#savePreferences': {
    make: () => profile({ country: 'FR', language: 'de' }),
    who: anyMember,
    changes: ['accounts', 'members', log],
    malformed: { make: () => profile({ country: 'Atlantis', language: 'de' }), cell: 'refused' },
    over: never('preferences can be changed at any time'),
    again: theSame,
  },
  'app/(member)/account/profile/actions.ts#saveIdentity': {
    make: () => profile(identity),
    who: anyMember,
    changes: ['members', log],
    malformed: { make: () => profile({ ...identity, bornOn: 'yesterday' }), cell: 'refused' },
    over: {
      async make({ portal, member }) {
        await aRegistration(portal.app, member.actor, { state: 'verified' })
        return profile(identity) // a purchase is verified now, and nothing says why
      },
      cell: 'refused',
    },
    again: theSame,
  },
  'app/(member)/account/profile/actions.ts#changeAddress': {
    make: () => profile({ email: `new-${crypto.randomUUID()}@example.com` }),
    who: anyMember,
    changes: ['email_changes', jobs, log],
    malformed: { make: () => profile({ email: 'nobody' }), cell: 'refused' },
    over: { make: ({ member }) => profile({ email: member.email }), cell: 'refused' },
    again: never('a new request replaces the one before'),
  },
  'app/(member)/account/profile/actions.ts#signOutEverywhere': {
    make: () => profile({}),
    who: anyMember,
    changes: ['sessions', log, 'cookie lumix-session'],
    malformed: noId,
    over: signedOutBefore,
    again: 'sign-in',
  },
  'app/(member)/account/profile/actions.ts#endOwnSession': {
    make: endingOwn(() => '/account/profile', 'member'),
    who: membersOwn,
    changes: ['sessions', log],
    malformed: { make: () => ({ path: '/account/profile', form: { id: 'x' } }), cell: 'refused' },
    over: {
      make: () => ({ path: '/account/profile', form: { id: crypto.randomUUID() } }),
      cell: 'refused',
    },
    again: 'refused',
  },
  'app/(member)/account/registrations/new/actions.ts#editList': {
    make: () => ({
      path: '/account/registrations/new',
      form: { intent: 'save', 'lines.0.model': 'S5 II', 'lines.0.serial': createToken().slice(0, 8) },
    }),
    who: anyMember,
    changes: ['drafts'],
    malformed: never('whatever is typed is kept'),
    over: never('a list can be written at any time'),
    again: never('the same once more is the same list'),
  },
  'app/(member)/account/registrations/new/check/actions.ts#sendList': {
    make: sending(),
    who: anyMember,
    changes: ['drafts', 'registrations', 'registration_events', log],
    malformed: { make: sending('not a model'), cell: 'refused' },
    over: never('a list that was sent is the column "again"'),
    again: 'refused',
  },
  'app/(member)/account/registrations/[id]/actions.ts#withdrawRegistration': {
    make: about({}, ({ id }) => ({ id })),
    who: membersOwn,
    changes: ['registrations', 'registration_events', log],
    malformed: { make: about({}, () => ({ id: 'x' })), cell: 'refused' },
    over: { make: about({ state: 'sold' }, ({ id }) => ({ id })), cell: 'refused' },
    again: 'refused',
  },
  'app/(member)/account/registrations/[id]/actions.ts#appealRefusal': {
    make: about({ state: 'refused' }, ({ id }) => ({ id, note: 'The date is on the second page.' })),
    who: membersOwn,
    changes: ['registrations', 'registration_events', log],
    malformed: { make: about({ state: 'refused' }, () => ({ id: 'x', note: 'Why?' })), cell: 'refused' },
    over: { make: about({ state: 'verified' }, ({ id }) => ({ id, note: 'Why?' })), cell: 'refused' },
    again: 'refused',
  },
}

export const identity = { firstName: 'Thea', surname: 'Beispiel-Neumann', bornOn: '1990-05-17', why: '' }
const profile = (form: Form): Call => ({ path: '/account/profile', form })

function sending(model = 'DC-S5M2'): Make {
  return async ({ portal, member }) => {
    await fillDraft(portal.app, member.actor, [lineOf({ model })])
    return { path: '/account/registrations/new/check', form: {} }
  }
}

type Over = Partial<typeof registrations.$inferInsert>
type Made = Awaited<ReturnType<typeof aRegistration>>

/** About a registration of the member's. */
function about(over: Over, form: (made: Made) => Form): Make {
  return async ({ portal, member }) => {
    const made = await aRegistration(portal.app, member.actor, over)
    const page = over.state === 'refused' ? '' : '/withdraw'
    return { path: `/account/registrations/${made.id}${page}`, form: form(made) }
  }
}
