import { addReason, setReasonRetired } from '@/lib/reasons/commands'
import { aReason } from '@/testing/reviews'
import type { ActionRow, Make } from './action-row'
import { adminPage } from './admin-page'
import { never } from './cells'
import { adminsOnly, log } from './columns'
import type { PageRow } from './pages'
import type { Form } from './request'

const home = '/staff/admin/programme/reasons'
const reasons = 'app/staff/admin/programme/reasons/actions.ts'

export const reasonPages: Record<string, PageRow> = {
  '/staff/admin/programme/reasons/page': adminPage(() => home),
  '/staff/admin/programme/reasons/new/page': adminPage(() => `${home}/new`),
  '/staff/admin/programme/reasons/[id]/page': adminPage(
    async ({ portal }) => `${home}/${await aReason(portal.app, 'ask')}`,
    `${home}/x`,
  ),
}

export const reasonActions: Record<string, ActionRow> = {
  [`${reasons}#addReason`]: {
    make: () => ({ path: `${home}/new`, form: { kind: 'ask', ...words() } }),
    who: adminsOnly,
    changes: ['reasons', log],
    malformed: {
      make: () => ({ path: `${home}/new`, form: { kind: 'no', ...words() } }),
      cell: 'refused',
    },
    over: never('a reason can be added at any time'),
    again: 'done',
  },
  [`${reasons}#rewordReason`]: {
    make: aboutReason((id) => ({ id, ...words() })),
    who: adminsOnly,
    changes: ['reasons', log],
    malformed: { make: aboutReason(() => ({ id: 'x', ...words() })), cell: 'refused' },
    over: { make: aboutReason((id) => ({ id, ...words() }), true), cell: 'refused' },
    again: 'refused',
  },
  [`${reasons}#setReasonRetired`]: {
    make: aboutReason((id) => ({ id, retired: 'yes' })),
    who: adminsOnly,
    changes: ['reasons', log],
    malformed: { make: aboutReason(() => ({ id: 'x', retired: 'yes' })), cell: 'refused' },
    over: { make: aboutReason((id) => ({ id, retired: 'yes' }), true), cell: 'refused' },
    again: 'refused',
  },
  [`${reasons}#moveReason`]: {
    make: aboutReason((id) => ({ id, way: 'up' })),
    who: adminsOnly,
    changes: ['reasons', log],
    malformed: { make: aboutReason(() => ({ id: 'x', way: 'up' })), cell: 'refused' },
    over: { make: aboutReason((id) => ({ id, way: 'up' }), true), cell: 'refused' },
    again: 'done',
  },
}

function words() {
  return {
    en: `Please send it again (${crypto.randomUUID()}).`,
    de: 'Bitte senden Sie es noch einmal.',
  }
}

/** About a reason that was added just now, and is retired already on request. */
function aboutReason(form: (id: string) => Form, retired = false): Make {
  return async ({ portal, admin }) => {
    const id = await addReason(
      admin.actor,
      { kind: 'ask', ending: undefined, ...words() },
      new Date(),
      portal.app,
    )
    if (retired) await setReasonRetired(admin.actor, { id, retired: 'yes' }, new Date(), portal.app)
    return { path: `${home}/${id}`, form: form(id) }
  }
}
