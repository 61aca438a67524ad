import { ceremonies, passkeys } from '@/db/schema'
import { MAX_PASSKEYS } from '@/lib/identity/factors/rules'
import { createToken, hashToken } from '@/lib/secrets'
import { anAuthenticator } from '@/testing/factors'
import type { Person } from '../fixtures/people'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { adminsOwn, anybody, anyMember, anyStaff, jobs, log, membersOwn, noId, theSame } from './columns'
import type { Form } from './request'
import type { World } from './world'

/** Where a second factor is set up and used, people who have yet to use it are allowed. */
const alsoPending = { ...anyStaff, pending: 'done' } as const
const begins = never('each time another ceremony begins')
const here = 'app/staff/factors/actions.ts'
const profile = 'app/(member)/account/profile/passkeys.ts'
const signIn = 'app/(public)/sign-in/actions.ts'

const staff: Record<string, ActionRow> = {
  [`${here}#startPasskeyCheck`]: {
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
  [`${here}#verifyPasskey`]: {
    make: showing(),
    who: alsoPending,
    changes: ['passkeys', 'ceremonies', 'sessions', log],
    malformed: { make: () => ({ path: '/staff/factors/show', form: { response: 'x' } }), cell: 'refused' },
    over: { make: showing(new Date(0)), cell: 'refused' },
    again: 'refused',
  },
  [`${here}#startPasskeyEnrolment`]: {
    make: () => ({ path: '/staff/factors/enrol', form: {} }),
    who: alsoPending,
    changes: ['ceremonies'],
    malformed: noId,
    over: {
      async make(world) {
        for (let count = 0; count < MAX_PASSKEYS; count++) await withPasskeys(world)
        return { path: '/staff/factors', form: {} }
      },
      cell: 'refused',
    },
    again: begins,
  },
  [`${here}#addPasskey`]: {
    make: enrolling('/staff/factors/enrol'),
    who: alsoPending,
    changes: ['passkeys', 'ceremonies', 'mails', jobs, log],
    malformed: { make: () => ({ path: '/staff/factors/enrol', form: { response: 'x' } }), cell: 'refused' },
    over: { make: enrolling('/staff/factors/enrol', new Date(0)), cell: 'refused' },
    again: 'refused',
  },
  [`${here}#renamePasskey`]: {
    make: aboutAdmins((id) => ({ id, name: createToken().slice(0, 20) })),
    who: adminsOwn,
    changes: ['passkeys', log],
    malformed: { make: aboutAdmins(() => ({ id: 'x', name: 'Phone' })), cell: 'refused' },
    over: { make: aboutAdmins(() => ({ id: crypto.randomUUID(), name: 'Phone' })), cell: 'refused' },
    again: theSame,
  },
  [`${here}#removePasskey`]: {
    make: aboutAdmins((id) => ({ id })),
    who: adminsOwn,
    changes: ['passkeys', 'mails', jobs, log],
    malformed: { make: aboutAdmins(() => ({ id: 'x' })), cell: 'refused' },
    over: { make: aboutAdmins(() => ({ id: crypto.randomUUID() })), cell: 'refused' },
    again: 'refused',
  },
}

const ofMembers: Record<string, ActionRow> = {
  [`${signIn}#beginPasskey`]: {
    make: () => ({ path: '/sign-in', form: {} }),
    who: anybody,
    changes: ['ceremonies', 'cookie lumix-ceremony'],
    malformed: noId,
    over: never('a sign-in can be begun at any time'),
    again: begins,
  },
  [`${signIn}#usePasskey`]: {
    make: tapping(),
    who: anybody,
    changes: ['passkeys', 'ceremonies', 'sessions', log, 'cookie lumix-session'],
    malformed: { make: () => ({ path: '/sign-in', form: { response: 'x' } }), cell: 'refused' },
    over: { make: tapping(new Date(0)), cell: 'refused' },
    again: 'refused',
  },
  [`${profile}#beginPasskey`]: {
    make: () => ({ path: '/account/profile', form: {} }),
    who: anyMember,
    changes: ['ceremonies'],
    malformed: noId,
    over: never('a passkey can be added at any time'),
    again: begins,
  },
  [`${profile}#addPasskey`]: {
    make: enrolling('/account/profile'),
    who: anyMember,
    changes: ['passkeys', 'ceremonies', 'mails', jobs, log],
    malformed: { make: () => ({ path: '/account/profile', form: { response: 'x' } }), cell: 'refused' },
    over: { make: enrolling('/account/profile', new Date(0)), cell: 'refused' },
    again: 'refused',
  },
  [`${profile}#renamePasskey`]: {
    make: aboutMembers((id) => ({ id, name: createToken().slice(0, 20) })),
    who: membersOwn,
    changes: ['passkeys', log],
    malformed: { make: aboutMembers(() => ({ id: 'x', name: 'Phone' })), cell: 'refused' },
    over: { make: aboutMembers(() => ({ id: crypto.randomUUID(), name: 'Phone' })), cell: 'refused' },
    again: theSame,
  },
  [`${profile}#removePasskey`]: {
    make: aboutMembers((id) => ({ id })),
    who: membersOwn,
    changes: ['passkeys', 'mails', jobs, log],
    malformed: { make: aboutMembers(() => ({ id: 'x' })), cell: 'refused' },
    over: { make: aboutMembers(() => ({ id: crypto.randomUUID() })), cell: 'refused' },
    again: 'refused',
  },
}

export const factorActions: Record<string, ActionRow> = { ...staff, ...ofMembers }

/** Gives each of the staff one more passkey, and returns their authenticators by account. */
export async function withPasskeys({ portal, desk, reviewer, admin, pending }: World) {
  const made = [desk, reviewer, admin, pending].map(
    ({ actor: { id } }) => [id, anAuthenticator({ origin: portal.url })] as const,
  )
  await portal.app.insert(passkeys).values(made.map(([id, authenticator]) => authenticator.row(id)))
  return new Map(made)
}

/** A ceremony that this person's session has begun: its challenge. */
async function begun({ portal }: World, purpose: 'show' | 'enrol', { token }: Person, expiresAt?: Date) {
  const challenge = createToken()
  const [session] = await portal.rows<{ id: string }>(
    'select id from sessions where token_hash = $1',
    hashToken(token),
  )
  await portal.app.insert(ceremonies).values({
    challenge,
    purpose,
    sessionId: session?.id,
    expiresAt: expiresAt ?? new Date(Date.now() + 60_000),
  })
  return challenge
}

/** The second step, for its sender. */
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

/** A new passkey for the sender, who has none yet. */
function enrolling(path: string, expiresAt?: Date): Make {
  return async (world) => {
    await world.portal.rows('delete from passkeys')
    return {
      path,
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
function aboutAdmins(form: (id: string) => Form): Make {
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

/** About the member's passkey. */
function aboutMembers(form: (id: string) => Form): Make {
  return async ({ portal, member }) => {
    const [made] = await portal.app
      .insert(passkeys)
      .values(anAuthenticator({ origin: portal.url }).row(member.actor.id))
      .returning({ id: passkeys.id })
    return { path: '/account/profile', form: form(String(made?.id)) }
  }
}

/** The member's passkey, used in a browser that has begun to sign in with one. */
function tapping(expired?: Date): Make {
  return async ({ portal, member }) => {
    const authenticator = anAuthenticator({ origin: portal.url })
    const [browser, challenge] = [createToken(), createToken()]
    const expiresAt = expired ?? new Date(Date.now() + 60_000)
    await portal.app.insert(passkeys).values(authenticator.row(member.actor.id))
    await portal.app
      .insert(ceremonies)
      .values({ challenge, purpose: 'sign-in', browserHash: hashToken(browser), expiresAt })
    return {
      path: '/sign-in',
      form: { response: JSON.stringify(authenticator.use({ challenge })) },
      cookies: { 'lumix-ceremony': browser },
    }
  }
}
