import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { noId, noMembers, notThere } from './columns'
import type { RouteRow } from './routes'

/** This portal has no provider, and answers so to everybody; with one, the journey of single sign-on says what happens. */
const off = {
  signedOut: 'refused',
  member: 'refused',
  other: never('it is about this browser, and takes no id'),
  desk: 'refused',
  reviewer: 'refused',
  admin: 'refused',
} as const
const notHere = never('without a provider nothing is ever begun')

export const ssoActions: Record<string, ActionRow> = {
  'app/(public)/sign-in/sso-action.ts#signInWithSso': {
    make: () => ({ path: '/sign-in', form: { next: '' } }),
    who: off,
    changes: [],
    malformed: noId,
    over: notHere,
    again: 'refused',
  },
  'app/staff/invitation/[token]/actions.ts#acceptStaffInvitationWithSso': {
    make: accepting('x'.repeat(43)),
    who: off,
    changes: [],
    malformed: { make: accepting('x'), cell: 'refused' },
    over: notHere,
    again: 'refused',
  },
  'app/staff/factors/show/sso-action.ts#confirmWithSso': {
    make: () => ({ path: '/staff/factors/show', form: { next: '' } }),
    who: { ...noMembers, desk: 'refused', reviewer: 'refused', admin: 'refused', pending: 'refused' },
    changes: [],
    malformed: noId,
    over: notHere,
    again: 'refused',
  },
}

/** Without a provider next-auth's endpoints for one do not exist. */
export const ssoRoutes: RouteRow[] = (
  [
    ['GET', 'callback/sso?code=x&state=y'],
    ['GET', 'signin/sso'],
    ['POST', 'callback/sso'],
    ['POST', 'signin/sso'],
  ] as const
).map(([method, part]) => ({
  method,
  make: () => ({
    path: `/api/auth/${part}`,
    ...(method === 'POST' && { body: new URLSearchParams() }),
  }),
  who: notThere,
  changes: [],
  malformed: noId,
  over: never('it is not there'),
  again: 'nothing',
}))

function accepting(token: string): Make {
  return () => ({ path: `/staff/invitation/${'x'.repeat(43)}`, form: { token } })
}
