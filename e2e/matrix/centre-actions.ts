import type { ActionRow, Call, Make } from './action-row'
import { never } from './cells'
import { led, listed } from './centre-pages'
import { adminsOnly, log, nobody, theSame } from './columns'
import type { Form } from './request'
import type { World } from './world'

const people = 'confirmation_people'

export const centreActions: Record<string, ActionRow> = {
  'app/staff/lead/confirmation/actions.ts#answerConfirmation': {
    make: answering(led('/staff/lead/confirmation'), (id) => ({ id, answer: 'confirmed' })),
    who: { ...nobody, desk: 'done' },
    changes: [people, log],
    malformed: {
      make: answering(led('/staff/lead/confirmation'), () => ({ id: 'x', answer: 'confirmed' })),
      cell: 'refused',
    },
    over: {
      make: answering(led('/staff/lead/confirmation'), (id) => ({ id, answer: 'confirmed' }), true),
      cell: 'refused',
    },
    again: 'refused',
  },
  'app/staff/admin/centres/[id]/confirmation/actions.ts#answerConfirmation': {
    make: answering(ofAdmins, (id) => ({ id, answer: 'confirmed' })),
    who: adminsOnly,
    changes: [people, log],
    malformed: { make: answering(ofAdmins, () => ({ id: 'x', answer: 'confirmed' })), cell: 'refused' },
    over: { make: answering(ofAdmins, (id) => ({ id, answer: 'confirmed' }), true), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/admin/centres/actions.ts#addCentre': {
    make: () => ({ path: '/staff/admin/centres/new', form: centreForm() }),
    who: adminsOnly,
    changes: ['centres', log],
    malformed: {
      make: () => ({ path: '/staff/admin/centres/new', form: { ...centreForm(), country: 'XX' } }),
      cell: 'refused',
    },
    over: never('a service centre can be added at any time'),
    again: 'refused', // the name is taken
  },
  'app/staff/admin/centres/actions.ts#changeCentre': {
    make: (world) => aboutCentre(world, centreForm()),
    who: adminsOnly,
    changes: ['centres', log],
    malformed: { make: (world) => aboutCentre(world, { ...centreForm(), id: 'x' }), cell: 'refused' },
    over: {
      make: (world) => aboutCentre(world, { ...centreForm(), id: crypto.randomUUID() }),
      cell: 'refused',
    },
    again: theSame,
  },
  'app/staff/admin/centres/actions.ts#setCentreOpen': {
    make: opening('no'),
    who: adminsOnly,
    changes: ['centres', log],
    malformed: { make: (world) => aboutCentre(world, { id: 'x', open: 'no' }), cell: 'refused' },
    over: { make: opening('yes'), cell: 'refused' },
    again: 'refused',
  },
}

function ofAdmins({ desk }: World) {
  return `/staff/admin/centres/${desk.actor.centreId}/confirmation`
}

function answering(
  page: (world: World) => string | Promise<string>,
  form: (id: string) => Form,
  over = false,
): Make {
  return async (world) => ({ path: await page(world), form: form(await listed(world, over)) })
}

const centreForm = (): Form => ({
  name: `Centre ${crypto.randomUUID()}`,
  city: 'Lyon',
  country: 'FR',
  languages: ['fr', 'en'],
  basis: 'eu',
})

/** About the service centre of the desk, unless the form names another one. */
const aboutCentre = ({ desk }: World, form: Form): Call => ({
  path: `/staff/admin/centres/${desk.actor.centreId}`,
  form: { id: desk.actor.centreId, ...form },
})

/** To open or to close a centre that is open. */
function opening(open: 'yes' | 'no'): Make {
  return async (world) => {
    await world.portal.rows('update centres set open = true where id = $1', world.desk.actor.centreId)
    return aboutCentre(world, { open })
  }
}
