import { createToken } from '@/lib/secrets'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { adminsOnly, jobs, log } from './columns'
import type { Form } from './request'

/** What an admin does about a member's record. */
export const recordActions: Record<string, ActionRow> = {
  'app/staff/admin/members/[number]/actions.ts#correctName': {
    make: managing('change/name', () => ({ ...newName(), reason: 'Married' })),
    who: adminsOnly,
    changes: ['members', 'membership_acts', 'mails', jobs, log],
    counts: [log], // the response shows the record, and reading it is logged
    malformed: {
      make: managing('change/name', () => ({ ...newName(), reason: 'x', number: 'x' })),
      cell: 'refused',
    },
    over: never('a name can be corrected at any time'),
    again: 'refused',
  },
  'app/staff/admin/members/[number]/actions.ts#changeMembershipState': {
    make: managing('change/suspend', () => ({ act: 'suspend', reason: 'Lent to somebody else' })),
    who: adminsOnly,
    changes: ['memberships', 'membership_acts', 'mails', jobs, log],
    counts: [log],
    malformed: {
      make: managing('change/suspend', () => ({ act: 'suspend', reason: 'x', number: 'x' })),
      cell: 'refused',
    },
    over: {
      make: managing('change/suspend', () => ({ act: 'suspend', reason: 'x' }), '2026-01-01'),
      cell: 'refused',
    },
    again: 'refused',
  },
  'app/staff/admin/members/[number]/actions.ts#sendMailAgain': {
    make: managing('', (mail) => ({ mail })),
    who: adminsOnly,
    changes: ['mails', jobs, log],
    counts: [log],
    malformed: { make: managing('', () => ({ mail: 'x' })), cell: 'refused' },
    over: never('a mail that waits already is the column "again"'),
    again: 'refused',
  },
}

const newName = () => ({ firstName: 'Thea', surname: `Neu ${createToken().replace(/[^a-z]/gi, '')}` })

/** The member's record as it was on the day of joining, with a mail that failed. */
function managing(page: string, form: (mail: string) => Form, endedOn: string | null = null): Make {
  return async ({ portal, member }) => {
    await portal.rows(
      `update memberships set suspended_at = null, ended_on = $2::date,
        ended_reason = case when $2::date is not null then 'x' end where member_id = $1`,
      member.actor.ownMemberId,
      endedOn,
    )
    const [mail] = await portal.rows<{ id: string }>(
      `insert into mails (account_id, template, about, state) values ($1, 'welcome', '{}', 'failed') returning id`,
      member.actor.id,
    )
    const path = `/staff/admin/members/${member.number}${page && `/${page}`}`
    return { path, form: { number: member.number, ...form(String(mail?.id)) } }
  }
}
