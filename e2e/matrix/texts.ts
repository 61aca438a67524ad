import { addDays, berlinDate } from '@/lib/calendar'
import { addReason, setStanding } from '@/lib/reasons/commands'
import { aReason } from '@/lib/reviews/testing'
import type { ActionRow, Make } from './actions'
import { never } from './cells'
import type { PageRow } from './pages'
import type { Form } from './request'

// What the programme says in words and days: countries, reasons, policy and terms.

const log = 'log_entries'
const noMembers = { signedOut: 'sign-in', member: 'nothing', other: 'nothing' } as const
const forAdmins = { ...noMembers, desk: 'nothing', reviewer: 'nothing', admin: 'shown' } as const
const adminsOnly = { ...noMembers, desk: 'nothing', reviewer: 'nothing', admin: 'done' } as const

const home = '/staff/admin/programme'
const page = (at: PageRow['at'], malformed?: string): PageRow => ({
  at,
  who: forAdmins,
  ...(malformed && { malformed: { at: malformed, cell: 'nothing' as const } }),
})

export const textPages: Record<string, PageRow> = {
  '/staff/admin/programme/countries/page': page(() => `${home}/countries`),
  '/staff/admin/programme/countries/[code]/page': page(() => `${home}/countries/DE`, `${home}/countries/XX`),
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
}
