import type { ActionRow, Make } from './action-row'
import { log, nobody } from './columns'

export const deskActions: Record<string, ActionRow> = {
  'app/staff/desk/actions.ts#checkCard': {
    make: atDesk(true),
    who: { ...nobody, desk: 'done' },
    changes: [log],
    counts: [log],
    malformed: {
      make: () => ({ path: '/staff/desk', form: { card: 'LP-7K3M9-Q2XH8', purpose: 'service' } }),
      cell: 'refused',
    },
    over: { make: atDesk(false), cell: 'refused' },
    again: 'done',
  },
}

/** A check at the desk of a centre that is open, or is not any more. */
function atDesk(open: boolean): Make {
  return async ({ portal, desk, member }) => {
    await portal.rows('update centres set open = $2 where id = $1', desk.actor.centreId, open)
    return { path: '/staff/desk', form: { card: member.number, purpose: 'service' } }
  }
}
