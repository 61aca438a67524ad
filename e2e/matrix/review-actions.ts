import { and, eq } from 'drizzle-orm'
import { registrations } from '@/db/schema'
import { createToken } from '@/lib/secrets'
import { aReason, aRegistration } from '@/testing/reviews'
import type { ActionRow, Make } from './action-row'
import { jobs, log, nobody } from './columns'
import type { Form } from './request'
import type { World } from './world'

const reviewers = { ...nobody, reviewer: 'done', admin: 'done' } as const

export const reviewActions: Record<string, ActionRow> = {
  'app/staff/reviews/[id]/actions.ts#decideRegistration': {
    make: deciding(),
    who: reviewers,
    changes: ['registrations', 'decisions', 'mails', jobs, log],
    counts: [log], // the response shows the item, and reading it is logged
    malformed: { make: deciding({}, { id: 'x' }), cell: 'refused' },
    over: { make: deciding({ state: 'withdrawn' }), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/reviews/corrections/actions.ts#decideCorrection': {
    make: wishing((id) => ({ id, granted: 'yes' })),
    who: reviewers,
    changes: ['correction_requests', 'members', 'mails', jobs, log],
    malformed: { make: wishing(() => ({ id: 'x', granted: 'yes' })), cell: 'refused' },
    over: { make: wishing((id) => ({ id, granted: 'no' }), true), cell: 'refused' },
    again: 'refused',
  },
}

/** A decision about a registration of the member's, who has another one besides. */
function deciding(over: Partial<typeof registrations.$inferInsert> = {}, more: Form = {}): Make {
  return async ({ portal, member }) => {
    await portal.app
      .update(registrations)
      .set({ state: 'withdrawn', waitingSince: null })
      .where(and(eq(registrations.memberId, member.actor.ownMemberId), eq(registrations.state, 'verified')))
    const { id, invoice } = await aRegistration(portal.app, member.actor, over)
    return { path: `/staff/reviews/${invoice}`, form: { decision: 'verify', id, invoice, ...more } }
  }
}

/** A wish of the member's to have the surname corrected; decided already, on request. */
function wishing(form: (id: string) => Form, decided = false): Make {
  return async ({ portal, member, reviewer }) => {
    await portal.rows('delete from correction_requests where member_id = $1', member.actor.ownMemberId)
    const [correction] = await portal.rows<{ id: string }>(
      `insert into correction_requests (member_id, first_name, surname, born_on, why, decided_at, decided_by, granted)
        values ($1, 'Thea', $2, '1990-05-17', 'Married', $3, $4, $5) returning id`,
      member.actor.ownMemberId,
      `Beispiel-${createToken().replace(/[^a-z]/gi, '')}`,
      ...(decided ? [new Date(), reviewer.actor.id, 'no'] : [null, null, null]),
    )
    return { path: '/staff/reviews/corrections', form: form(String(correction?.id)) }
  }
}

/** A decision about what belongs to the person who decides. */
export async function ownPurchase({ portal, member, people }: World) {
  const reviewer = await people.reviewer({ ownMemberId: member.actor.ownMemberId })
  const { id, invoice } = await aRegistration(portal.app, member.actor)
  const reason = await aReason(portal.app, 'refuse')
  const forms: Form[] = [
    { decision: 'verify', id, invoice },
    { decision: 'refuse', id, invoice, reason, sentence: '' },
  ]
  return { reviewer, path: `/staff/reviews/${invoice}`, forms }
}
