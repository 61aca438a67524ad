import { aList } from '@/testing/confirmations'
import { forAdmins, log, nobody } from './columns'
import type { PageRow } from './pages'
import type { World } from './world'

/** A desk account that leads its centre. Who is at a desk and leads none is turned away in lib/centres and in the journey. */
const forLeads = { ...nobody, desk: 'shown' } as const

export const centrePages: Record<string, PageRow> = {
  '/staff/lead/page': { at: led('/staff/lead'), who: forLeads },
  '/staff/lead/confirmation/page': { at: withList(led('/staff/lead/confirmation')), who: forLeads },
  '/staff/admin/centres/[id]/confirmation/page': {
    at: withList(({ desk }) => `/staff/admin/centres/${desk.actor.centreId}/confirmation`),
    who: forAdmins,
    malformed: { at: '/staff/admin/centres/x/confirmation', cell: 'nothing' },
  },
  '/staff/lead/checks/page': {
    at: led('/staff/lead/checks?from=2026-01-01'),
    who: forLeads,
    writes: [log],
  },
}

/** A page of the centre that the desk of this world leads. */
export function led(path: string) {
  return async ({ portal, desk }: World) => {
    await portal.rows('update centres set lead_id = $1 where id = $2', desk.actor.id, desk.actor.centreId)
    return path
  }
}

/** A page about the list of the desk's centre, which the desk is on. */
function withList(page: (world: World) => string | Promise<string>) {
  return async (world: World) => {
    await listed(world)
    return page(world)
  }
}

/** A list of the desk's centre with the desk itself on it; followed by a newer one, on request. Returns the id of its line. */
export async function listed({ portal, desk }: World, over = false) {
  const { centreId } = desk.actor
  await portal.rows(
    'delete from confirmation_people where confirmation_id in (select id from confirmations where centre_id = $1)',
    centreId,
  )
  await portal.rows('delete from confirmations where centre_id = $1', centreId)
  const { lines } = await aList(portal.owner, centreId, [desk.actor], new Date())
  if (over) await aList(portal.owner, centreId, [desk.actor], new Date(Date.now() + 100 * 86_400_000))
  return String(lines[0])
}
