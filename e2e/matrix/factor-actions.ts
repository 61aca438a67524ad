import { ceremonies, passkeys } from '@/db/schema'
import { drawToken, tokenHash } from '@/lib/auth/secrets'
import { MOST_PASSKEYS } from '@/lib/factors/rules'
import { anAuthenticator } from '@/lib/factors/testing'
import type { Person } from '../fixtures/people'
import type { ActionRow, Make } from './actions'
import { never } from './cells'
import type { Form } from './request'
import type { World } from './world'

const jobs = 'graphile_worker._private_jobs'
const log = 'log_entries'
const noMembers = { signedOut: 'sign-in', member: 'nothing', other: 'nothing' } as const
const anyStaff = { ...noMembers, desk: 'done', reviewer: 'done', admin: 'done' } as const
/** Where a second factor is set up and shown, whoever has yet to show it is at home. */
const alsoPending = { ...anyStaff, pending: 'done' } as const
/** About something of the admin's. */
const adminsOwn = { ...noMembers, desk: 'refused', reviewer: 'refused', admin: 'done' } as const
const noId = never('it takes no id')
const begins = never('each time another ceremony begins')
const here = 'app/staff/factors/actions.ts'

export const factorActions: Record<string, ActionRow> = {
  [`${here}#beginShowing`]: {
    make: async (world) => {
      await withPasskeys(world)
      return { path: '/staff/factors/show', form: {} }
    },
    who: alsoPending,
    changes: ['ceremonies'],
    malformed: noId,
    over: {
      async make({ portal }) {
        await portal.rows('delete from passkeys')
        return { path: '/staff/factors/show', form: {} }
      },
      cell: 'refused',
    },
    again: begins,
  },
  [`${here}#show`]: {
    make: showing(),
    who: alsoPending,
    changes: ['passkeys', 'ceremonies', 'sessions', log],
    malformed: { make: () => ({ path: '/staff/factors/show', form: { response: 'x' } }), cell: 'refused' },
    over: { make: showing(new Date(0)), cell: 'refused' },
    again: 'refused',
  },
  [`${here}#beginEnrolling`]: {
    make: () => ({ path: '/staff/factors/enrol', form: {} }),
    who: alsoPending,
    changes: ['ceremonies'],
    malformed: noId,
    over: {
      async make(world) {
        for (let count = 0; count < MOST_PASSKEYS; count++) await withPasskeys(world)
        return { path: '/staff/factors', form: {} }
      },
      cell: 'refused',
    },
    again: begins,
  },
  [`${here}#enrol`]: {
    make: enrolling(),
    who: alsoPending,
    changes: ['passkeys', 'ceremonies', 'mails', jobs, log],
    malformed: { make: () => ({ path: '/staff/factors/enrol', form: { response: 'x' } }), cell: 'refused' },
    over: { make: enrolling(new Date(0)), cell: 'refused' },
    again: 'refused',
  },
  [`${here}#rename`]: {
    make: about((id) => ({ id, name: drawToken().slice(0, 20) })),
    who: adminsOwn,
    changes: ['passkeys', log],
    malformed: { make: about(() => ({ id: 'x', name: 'Phone' })), cell: 'refused' },
    over: { make: about(() => ({ id: crypto.randomUUID(), name: 'Phone' })), cell: 'refused' },
    again: never('the same once more is the same'),
  },
  [`${here}#remove`]: {
    make: about((id) => ({ id })),
    who: adminsOwn,
    changes: ['passkeys', 'mails', jobs, log],
    malformed: { make: about(() => ({ id: 'x' })), cell: 'refused' },
    over: { make: about(() => ({ id: crypto.randomUUID() })), cell: 'refused' },
    again: 'refused',
  },
}

/** Gives each of the staff one more passkey, and gives their authenticators by account. */
export async function withPasskeys({ portal, desk, reviewer, admin, pending }: World) {
  const made = [desk, reviewer, admin, pending].map(
    ({ actor: { id } }) => [id, anAuthenticator({ origin: portal.url })] as const,
  )
  await portal.app.insert(passkeys).values(made.map(([id, authenticator]) => authenticator.row(id)))
  return new Map(made)
}

/** A ceremony that this person's session has begun: its challenge. */
async function begun({ portal }: World, purpose: 'show' | 'enrol', { token }: Person, expiresAt?: Date) {
  const challenge = drawToken()
  const [session] = await portal.rows<{ id: string }>(
    'select id from sessions where token_hash = $1',
    tokenHash(token),
  )
  await portal.app.insert(ceremonies).values({
    challenge,
    purpose,
    sessionId: session?.id,
    expiresAt: expiresAt ?? new Date(Date.now() + 60_000),
  })
  return challenge
}

/** The second step, as whoever sends it takes it. */
function showing(expiresAt?: Date): Make {
  return async (world) => {
    const authenticators = await withPasskeys(world)
    return {
      path: '/staff/factors/show',
      async form(as): Promise<Form> {
        const authenticator = as && authenticators.get(as.actor.id)
        if (!authenticator) return {}
        const challenge = await begun(world, 'show', as, expiresAt)
        return { response: JSON.stringify(authenticator.use({ challenge })) }
      },
    }
  }
}

/** A new passkey of whoever sends it, who has none yet. */
function enrolling(expiresAt?: Date): Make {
  return async (world) => {
    await world.portal.rows('delete from passkeys')
    return {
      path: '/staff/factors/enrol',
      async form(as): Promise<Form> {
        if (!as) return {}
        const user = { id: Buffer.from(as.actor.id).toString('base64url'), name: '', displayName: '' }
        const challenge = await begun(world, 'enrol', as, expiresAt)
        const made = anAuthenticator({ origin: world.portal.url }).create({ challenge, user })
        return { response: JSON.stringify(made) }
      },
    }
  }
}

/** About one of the admin's passkeys, who has two at least. */
function about(form: (id: string) => Form): Make {
  return async (world) => {
    await withPasskeys(world)
    await withPasskeys(world)
    const [passkey] = await world.portal.rows<{ id: string }>(
      'select id from passkeys where account_id = $1',
      world.admin.actor.id,
    )
    return { path: '/staff/factors', form: form(String(passkey?.id)) }
  }
}
