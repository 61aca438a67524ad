import { staffInvitations } from '@/db/schema'
import { createToken, hashToken } from '@/lib/secrets'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { adminsOnly, adminsOwn, anyStaff, byToken, jobs, log, noId, signedOutBefore } from './columns'
import type { Form } from './request'
import { endingOwn } from './session-rows'
import type { World } from './world'

const people = 'app/staff/admin/staff/actions.ts'

export const staffActions: Record<string, ActionRow> = {
  'app/staff/sessions/actions.ts#endOwnSession': {
    make: endingOwn(() => '/staff/sessions', 'admin'),
    who: adminsOwn,
    changes: ['sessions', log],
    malformed: { make: () => ({ path: '/staff/sessions', form: { id: 'x' } }), cell: 'refused' },
    over: { make: () => ({ path: '/staff/sessions', form: { id: crypto.randomUUID() } }), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/sessions/actions.ts#signOutEverywhere': {
    make: () => ({ path: '/staff/sessions', form: {} }),
    who: anyStaff,
    changes: ['sessions', log, 'cookie lumix-session'],
    malformed: noId,
    over: signedOutBefore,
    again: 'sign-in',
  },
  'app/staff/invitation/[token]/actions.ts#acceptStaffInvitation': {
    make: joiningStaff(),
    who: byToken,
    changes: ['accounts', 'staff_invitations', 'challenges', jobs, log, 'cookie lumix-challenge'],
    malformed: {
      make: () => ({ path: `/staff/invitation/${'x'.repeat(43)}`, form: { token: 'x' } }),
      cell: 'refused',
    },
    over: { make: joiningStaff({ expiresAt: new Date(0) }), cell: 'refused' },
    again: 'refused',
  },
  [`${people}#inviteStaff`]: {
    make: () => ({ path: '/staff/admin/staff/invite', form: invitationForm() }),
    who: adminsOnly,
    changes: ['staff_invitations', jobs, log],
    malformed: {
      make: () => ({ path: '/staff/admin/staff/invite', form: { ...invitationForm(), email: 'nobody' } }),
      cell: 'refused',
    },
    over: {
      make: ({ member }) => ({
        path: '/staff/admin/staff/invite',
        form: { ...invitationForm(), email: member.email },
      }),
      cell: 'refused',
    },
    again: 'refused',
  },
  [`${people}#resendStaffInvitation`]: {
    make: aboutInvitation(),
    who: adminsOnly,
    changes: ['staff_invitations', jobs, log],
    malformed: { make: () => ({ path: '/staff/admin/staff', form: { id: 'x' } }), cell: 'refused' },
    over: { make: aboutInvitation(true), cell: 'refused' },
    again: never('each time another mail goes out, and the link before it ends'),
  },
  [`${people}#revokeStaffInvitation`]: {
    make: aboutInvitation(),
    who: adminsOnly,
    changes: ['staff_invitations', log],
    malformed: { make: () => ({ path: '/staff/admin/staff', form: { id: 'x' } }), cell: 'refused' },
    over: { make: aboutInvitation(true), cell: 'refused' },
    again: 'refused',
  },
  [`${people}#changeRole`]: {
    make: aboutPerson({ role: 'admin', centre: '' }),
    who: adminsOnly,
    changes: ['accounts', log],
    malformed: { make: aboutPerson({ id: 'x', role: 'admin' }), cell: 'refused' },
    over: { make: aboutPerson({ role: 'reviewer', centre: '' }), cell: 'refused' },
    again: 'refused',
  },
  [`${people}#setStaffDisabled`]: {
    make: aboutPerson({ disabled: 'yes', reason: 'Left the company' }),
    who: adminsOnly,
    changes: ['accounts', log],
    malformed: { make: aboutPerson({ id: 'x', disabled: 'yes', reason: 'Left' }), cell: 'refused' },
    over: { make: aboutPerson({ disabled: 'no', reason: 'Back' }), cell: 'refused' },
    again: 'refused',
  },
  [`${people}#endStaffSession`]: {
    make: endingOwn(onesPage, 'member'),
    who: adminsOnly,
    changes: ['sessions', log],
    malformed: { make: (world) => ({ path: onesPage(world), form: { id: 'x' } }), cell: 'refused' },
    over: {
      make: (world) => ({ path: onesPage(world), form: { id: crypto.randomUUID() } }),
      cell: 'refused',
    },
    again: 'refused',
  },
  [`${people}#endAllStaffSessions`]: {
    make: async (world) => {
      const { people, member } = world
      await people.signedIn(member.actor, member.email)
      return { path: onesPage(world), form: { account: member.actor.id } }
    },
    who: adminsOnly,
    changes: ['sessions', log],
    malformed: { make: (world) => ({ path: onesPage(world), form: { account: 'x' } }), cell: 'refused' },
    over: {
      make: (world) => ({ path: onesPage(world), form: { account: crypto.randomUUID() } }),
      cell: 'refused',
    },
    again: 'refused',
  },
}

/** The page of somebody on the staff, on which an admin ends sessions. */
function onesPage({ desk }: World) {
  return `/staff/admin/staff/${desk.actor.id}`
}

const invitationForm = (): Form => ({
  email: `invited-${crypto.randomUUID()}@example.com`,
  role: 'reviewer',
  centre: '',
  language: 'en',
})

async function invited({ portal, admin }: World, over: Partial<typeof staffInvitations.$inferInsert> = {}) {
  const token = createToken()
  const [made] = await portal.app
    .insert(staffInvitations)
    .values({
      email: `invited-${crypto.randomUUID()}@example.com`,
      role: 'reviewer',
      language: 'en',
      invitedBy: admin.actor.id,
      tokenHash: hashToken(token),
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 60_000),
      ...over,
    })
    .returning({ id: staffInvitations.id })
  return { id: String(made?.id), token }
}

function joiningStaff(over: Partial<typeof staffInvitations.$inferInsert> = {}): Make {
  return async (world) => {
    const { token } = await invited(world, over)
    return { path: `/staff/invitation/${token}`, form: { token } }
  }
}

/** About an open invitation, or one that was revoked. */
function aboutInvitation(over = false): Make {
  return async (world) => {
    const revoked = over ? { revokedAt: new Date(), revokedBy: world.admin.actor.id } : {}
    const { id } = await invited(world, revoked)
    return { path: '/staff/admin/staff', form: { id } }
  }
}

/** About a reviewer who has just joined, unless the form names another one. */
function aboutPerson(form: Form): Make {
  return async ({ people }) => {
    const { actor } = await people.reviewer()
    return { path: `/staff/admin/staff/${actor.id}`, form: { id: actor.id, ...form } }
  }
}
