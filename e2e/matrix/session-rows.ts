import type { Actor } from '@/lib/actor'
import { hashToken } from '@/lib/secrets'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { adminsOnly, closed, log } from './columns'
import type { RouteRow } from './routes'
import type { World } from './world'

const actions = 'app/staff/admin/members/[number]/actions.ts'

/** What an admin does about a member's devices. */
export const sessionActions: Record<string, ActionRow> = {
  [`${actions}#endOneSession`]: {
    make: theirDevice((id) => ({ id })),
    who: adminsOnly,
    changes: ['sessions', log],
    counts: [log], // the response shows the record, and reading it is logged
    malformed: { make: theirDevice(() => ({ id: 'x' })), cell: 'refused' },
    over: { make: theirDevice(() => ({ id: crypto.randomUUID() })), cell: 'refused' },
    again: 'refused',
  },
  [`${actions}#endAllSessions`]: {
    make: theirDevice((_, account) => ({ account })),
    who: adminsOnly,
    changes: ['sessions', log],
    counts: [log],
    malformed: { make: theirDevice(() => ({ account: 'x' })), cell: 'refused' },
    over: { make: theirDevice(() => ({ account: crypto.randomUUID() })), cell: 'refused' },
    again: 'refused',
  },
}

const staffOnly = { signedOut: closed, member: closed, other: closed } as const
const always = never('it takes no id, and is about the session that asks')

/** How long a session lives, and what makes it live on; that it was used is no change in these tables. */
export const sessionRoutes: Record<string, RouteRow[]> = {
  '/staff/session/route': [
    {
      method: 'GET',
      make: () => ({ path: '/staff/session' }),
      who: { ...staffOnly, desk: 'shown', reviewer: 'shown', admin: 'shown' },
      changes: [],
      malformed: always,
      over: never('a session that is over is the column "signed out"'),
      again: 'shown',
    },
    {
      method: 'POST',
      make: () => ({ path: '/staff/session' }),
      who: { ...staffOnly, desk: 'done', reviewer: 'done', admin: 'done' },
      changes: [],
      malformed: always,
      over: never('a session that is over is the column "signed out"'),
      again: 'done',
    },
  ],
}

/** On the member's record, about a device on which the member is signed in. */
function theirDevice(form: (id: string, account: string) => Record<string, string>): Make {
  return async ({ portal, people, member }: World) => {
    const { token } = await people.signedIn(member.actor, member.email)
    const [session] = await portal.rows<{ id: string }>(
      'select id from sessions where token_hash = $1',
      hashToken(token),
    )
    return {
      path: `/staff/admin/members/${member.number}`,
      form: form(String(session?.id), member.actor.id),
    }
  }
}

/** To sign out a device of somebody's that is not the one that asks. */
export function endingOwn(page: (world: World) => string, whose: 'member' | 'admin'): Make {
  return async (world) => {
    const { portal, people, [whose]: person } = world
    const { token } = await people.signedIn<Actor>(person.actor, person.email)
    const [session] = await portal.rows<{ id: string }>(
      'select id from sessions where token_hash = $1',
      hashToken(token),
    )
    return { path: page(world), form: { id: String(session?.id) } }
  }
}
