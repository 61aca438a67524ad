import { anAlert } from '@/lib/alerts/testing'
import type { ActionRow, Make } from './actions'
import type { PageRow } from './pages'
import type { Form } from './request'
import type { World } from './world'

const adminsOnly = <A extends 'shown' | 'done'>(admin: A) =>
  ({
    signedOut: 'sign-in',
    member: 'nothing',
    other: 'nothing',
    desk: 'nothing',
    reviewer: 'nothing',
    admin,
  }) as const

export const alertPages: Record<string, PageRow> = {
  '/staff/admin/alerts/page': { at: () => '/staff/admin/alerts', who: adminsOnly('shown') },
  '/staff/admin/alerts/[id]/page': {
    at: async (world) => `/staff/admin/alerts/${await raised(world)}`,
    who: adminsOnly('shown'),
    malformed: { at: '/staff/admin/alerts/x', cell: 'nothing' },
  },
}

export const alertActions: Record<string, ActionRow> = {
  'app/staff/admin/alerts/[id]/actions.ts#settle': {
    make: settling((id) => ({ id, note: 'A fair in Osaka' })),
    who: adminsOnly('done'),
    changes: ['alerts', 'log_entries'],
    malformed: { make: settling(() => ({ id: 'x', note: 'A fair in Osaka' })), cell: 'refused' },
    over: { make: settling((id) => ({ id, note: 'A fair in Osaka' }), true), cell: 'refused' },
    again: 'refused',
  },
}

const raised = ({ portal, desk, admin }: World, settled = false) =>
  anAlert(
    portal.owner,
    desk.actor,
    settled ? { settledAt: new Date(), settledBy: admin.actor.id, note: 'A fair' } : {},
  )

function settling(form: (id: string) => Form, settled = false): Make {
  return async (world) => {
    const id = await raised(world, settled)
    return { path: `/staff/admin/alerts/${id}`, form: form(id) }
  }
}
