import { aList } from '@/lib/confirmations/testing'
import type { ActionRow, Make } from './actions'
import { led } from './centre-pages'
import type { Form } from './request'
import type { World } from './world'

const log = 'log_entries'
const people = 'staff_list_people'
const nobody = {
  signedOut: 'sign-in',
  member: 'nothing',
  other: 'nothing',
  desk: 'nothing',
  reviewer: 'nothing',
  admin: 'nothing',
} as const

export const centreActions: Record<string, ActionRow> = {
  'app/staff/centre/confirm/actions.ts#answer': {
    make: answering(led('/staff/centre/confirm'), (id) => ({ id, answer: 'confirmed' })),
    who: { ...nobody, desk: 'done' },
    changes: [people, log],
    malformed: {
      make: answering(led('/staff/centre/confirm'), () => ({ id: 'x', answer: 'confirmed' })),
      cell: 'refused',
    },
    over: {
      make: answering(led('/staff/centre/confirm'), (id) => ({ id, answer: 'confirmed' }), true),
      cell: 'refused',
    },
    again: 'refused',
  },
  'app/staff/admin/centres/[id]/confirm/actions.ts#answer': {
    make: answering(ofAdmins, (id) => ({ id, answer: 'confirmed' })),
    who: { ...nobody, admin: 'done' },
    changes: [people, log],
    malformed: { make: answering(ofAdmins, () => ({ id: 'x', answer: 'confirmed' })), cell: 'refused' },
    over: { make: answering(ofAdmins, (id) => ({ id, answer: 'confirmed' }), true), cell: 'refused' },
    again: 'refused',
  },
}

function ofAdmins({ desk }: World) {
  return `/staff/admin/centres/${desk.actor.centreId}/confirm`
}

/** A list of the desk's centre with the desk itself on it; followed by a newer one, if told so. */
export async function listed({ portal, desk }: World, over = false) {
  const { centreId } = desk.actor
  await portal.rows(
    'delete from staff_list_people where list_id in (select id from staff_lists where centre_id = $1)',
    centreId,
  )
  await portal.rows('delete from staff_lists where centre_id = $1', centreId)
  const { lines } = await aList(portal.owner, centreId, [desk.actor], new Date())
  if (over) await aList(portal.owner, centreId, [desk.actor], new Date(Date.now() + 100 * 86_400_000))
  return String(lines[0])
}

function answering(
  page: (world: World) => string | Promise<string>,
  form: (id: string) => Form,
  over = false,
): Make {
  return async (world) => ({ path: await page(world), form: form(await listed(world, over)) })
}
