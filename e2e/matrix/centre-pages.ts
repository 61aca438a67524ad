import type { PageRow } from './pages'
import type { World } from './world'

/** A desk account that leads its centre. Who is at a desk and leads none is turned away in lib/centres and in the journey. */
const forLeads = {
  signedOut: 'sign-in',
  member: 'nothing',
  other: 'nothing',
  desk: 'shown',
  reviewer: 'nothing',
  admin: 'nothing',
} as const

export const centrePages: Record<string, PageRow> = {
  '/staff/centre/page': { at: led('/staff/centre'), who: forLeads },
  '/staff/centre/confirm/page': { at: led('/staff/centre/confirm'), who: forLeads },
  '/staff/admin/centres/[id]/confirm/page': {
    at: ({ desk }) => `/staff/admin/centres/${desk.actor.centreId}/confirm`,
    who: { ...forLeads, desk: 'nothing', admin: 'shown' },
    malformed: { at: '/staff/admin/centres/x/confirm', cell: 'nothing' },
  },
  '/staff/centre/checks/page': {
    at: led('/staff/centre/checks?from=2026-01-01'),
    who: forLeads,
    writes: ['log_entries'],
  },
}

/** A page of the centre that the desk of this world leads. */
export function led(path: string) {
  return async ({ portal, desk }: World) => {
    await portal.rows('update centres set lead_id = $1 where id = $2', desk.actor.id, desk.actor.centreId)
    return path
  }
}
