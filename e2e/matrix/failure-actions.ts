import type { ActionRow, Make } from './action-row'
import { adminsOnly, jobs, log } from './columns'
import type { World } from './world'

const path = '/staff/admin/failures'

export const failureActions: Record<string, ActionRow> = {
  'app/staff/admin/failures/actions.ts#sendFailedMail': {
    make: aboutMail('failed'),
    who: adminsOnly,
    changes: ['mails', jobs, log],
    malformed: { make: () => ({ path, form: { mail: 'x' } }), cell: 'refused' },
    over: { make: aboutMail('queued'), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/admin/failures/actions.ts#tryJobAgain': {
    make: aboutJob(25),
    who: adminsOnly,
    changes: [jobs, log],
    malformed: { make: () => ({ path, form: { job: 'x' } }), cell: 'refused' },
    over: { make: aboutJob(0), cell: 'refused' },
    again: 'refused',
  },
}

/** A mail to the member. */
function aboutMail(state: 'failed' | 'queued'): Make {
  return async ({ portal, member }: World) => {
    const [mail] = await portal.rows<{ id: string }>(
      "insert into mails (account_id, template, about, state) values ($1, 'welcome', '{}', $2) returning id",
      member.actor.id,
      state,
    )
    return { path, form: { mail: mail?.id ?? '' } }
  }
}

/** A job that was tried so often, and failed. */
function aboutJob(attempts: number): Make {
  return async ({ portal }: World) => {
    const [job] = await portal.rows<{ id: string }>(
      `select id::text from graphile_worker.add_job('make-pages', '{"invoice": "nobody"}')`,
    )
    await portal.rows(
      "update graphile_worker._private_jobs set attempts = $2, last_error = 'EENVELOPE 550' where id = $1",
      job?.id,
      attempts,
    )
    return { path, form: { job: job?.id ?? '' } }
  }
}
