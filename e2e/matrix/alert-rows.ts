import { anAlert } from '@/testing/alerts'
import type { ActionRow, Make } from './action-row'
import { adminsOnly, forAdmins, log } from './columns'
import type { PageRow } from './pages'
import type { Form } from './request'
import type { World } from './world'

export const alertPages: Record<string, PageRow> = {
  '/staff/admin/alerts/page': { at: () => '/staff/admin/alerts', who: forAdmins },
  '/staff/admin/alerts/[id]/page': {
    at: async (world) => `/staff/admin/alerts/${await raised(world)}`,
    who: forAdmins,
    malformed: { at: '/staff/admin/alerts/x', cell: 'nothing' },
  },
}

export const alertActions: Record<string, ActionRow> = {
  'app/staff/admin/alerts/[id]/actions.ts#settleAlert': {
    make: settling((id) => ({ id, note: 'A fair in Osaka' })),
    who: adminsOnly,
    changes: ['alerts', log],
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
