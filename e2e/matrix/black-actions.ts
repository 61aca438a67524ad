import { addDays, berlinDate } from '@/lib/time'
import { anInvitation, aSentInvitation } from '@/testing/black'
import type { ActionRow, Make } from './action-row'
import { adminsOnly, anybody, jobs, log, membersOwn } from './columns'
import type { Form } from './request'
import type { World } from './world'

const invitations = 'black_invitations'

export const blackActions: Record<string, ActionRow> = {
  'app/staff/admin/black/new/actions.ts#inviteToBlack': {
    make: inviting(),
    who: adminsOnly,
    changes: [invitations, log],
    malformed: { make: inviting({ person: 'nobody' }), cell: 'refused' },
    over: { make: inviting({ validUntil: '2020-01-01' }), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/admin/black/[id]/actions.ts#decideBlackInvitation': {
    make: invited((id) => ({ id, decision: 'approve' })),
    who: adminsOnly,
    changes: [invitations, jobs, log],
    malformed: { make: invited(() => ({ id: 'x', decision: 'approve' })), cell: 'refused' },
    over: {
      make: invited((id) => ({ id, decision: 'approve' }), { validUntil: '2020-01-01' }),
      cell: 'refused',
    },
    again: 'refused',
  },
  'app/staff/admin/black/[id]/actions.ts#revokeBlackInvitation': {
    make: invited((id) => ({ id })),
    who: adminsOnly,
    changes: [invitations, log],
    malformed: { make: invited(() => ({ id: 'x' })), cell: 'refused' },
    over: { make: invited((id) => ({ id }), { validUntil: '2020-01-01' }), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/admin/black/[id]/actions.ts#endBlack': {
    make: ending((id) => ({ id, reason: 'No longer active' })),
    who: adminsOnly,
    changes: ['memberships', 'mails', jobs, log],
    malformed: { make: ending(() => ({ id: 'x', reason: 'No longer active' })), cell: 'refused' },
    over: { make: ending((id) => ({ id, reason: 'No longer active' }), true), cell: 'refused' },
    again: 'refused',
  },
  'app/(public)/black/[token]/actions.ts#acceptBlack': {
    make: answering(),
    who: membersOwn,
    changes: [invitations, 'memberships', 'status_changes', 'mails', jobs, log],
    malformed: { make: answering({}, 'x'), cell: 'refused' },
    over: { make: answering({ validUntil: '2020-01-01' }), cell: 'refused' },
    again: 'refused',
  },
  'app/(public)/black/[token]/actions.ts#declineBlack': {
    make: answering(),
    who: { ...anybody, other: 'done' },
    changes: [invitations, log],
    malformed: { make: answering({}, 'x'), cell: 'refused' },
    over: { make: answering({ validUntil: '2020-01-01' }), cell: 'refused' },
    again: 'refused',
  },
}

function inviting(more: Form = {}): Make {
  return () => ({
    path: '/staff/admin/black/new',
    form: {
      person: `black-${crypto.randomUUID()}@example.com`,
      reason: 'Teaches with LUMIX',
      sponsor: 'Sabine Vorschlag',
      language: 'en',
      validUntil: addDays(berlinDate(new Date()), 30),
      ...more,
    },
  })
}

type Invitation = Parameters<typeof anInvitation>[3]

/** The member as they were before any invitation. */
async function uninvited({ portal, member }: World) {
  const memberId = member.actor.ownMemberId
  await portal.rows('delete from black_invitations where member_id = $1', memberId)
  await portal.rows(
    "update memberships set status = 'red', granted = null, granted_until = null where member_id = $1",
    memberId,
  )
  return { memberId }
}

/** About an invitation of the member's that another admin made. */
function invited(form: (id: string) => Form, over: Invitation = {}): Make {
  return async (world) => {
    const { actor } = await world.people.admin()
    const id = await anInvitation(world.portal.app, actor, await uninvited(world), over)
    return { path: `/staff/admin/black/${id}`, form: form(id) }
  }
}

async function sent(world: World, over: Invitation = {}) {
  const [one, other] = [await world.people.admin(), await world.people.admin()]
  return aSentInvitation(world.portal.app, [one.actor, other.actor], await uninvited(world), over)
}

/** About the member's Black, which came by an invitation; its end announced already, on request. */
function ending(form: (id: string) => Form, announced = false): Make {
  return async (world) => {
    const { memberId } = await uninvited(world)
    const { id } = await sent(world, { answer: 'accepted', answeredAt: new Date(), acceptedBy: memberId })
    await world.portal.rows(
      `update memberships set status = 'black', granted = 'black',
        granted_until = case when $2 then expires_on end where member_id = $1`,
      memberId,
      announced,
    )
    return { path: `/staff/admin/black/${id}`, form: form(id) }
  }
}

/** An answer to an invitation that the member got by mail. */
function answering(over: Invitation = {}, malformed?: string): Make {
  return async (world) => {
    const { token } = await sent(world, over)
    return { path: `/black/${token}`, form: { token: malformed ?? token } }
  }
}
