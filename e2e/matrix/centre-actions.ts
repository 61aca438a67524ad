import type { ActionRow, Make } from './actions'
import { led, listed } from './centre-pages'
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

function answering(
  page: (world: World) => string | Promise<string>,
  form: (id: string) => Form,
  over = false,
): Make {
  return async (world) => ({ path: await page(world), form: form(await listed(world, over)) })
}
