import { somePdf } from '@/testing/invoices'
import { aRegistration } from '@/testing/reviews'
import { catalogueRoutes } from './catalogue-actions'
import { type Cell, never, status, type Who } from './cells'
import { closed, everybody, jobs, log, noId, notThere } from './columns'
import { exportRoutes } from './export-routes'
import { sessionRoutes } from './session-rows'
import { ssoRoutes } from './sso-rows'
import type { ActorName, World } from './world'

/** One request to a route handler, without who asks. */
export type Request = { path: string; body?: FormData | URLSearchParams; headers?: Record<string, string> }
type Make = (world: World) => Request | Promise<Request>
type Column = { make: Make; cell: Cell } | { never: string }

export type RouteRow = {
  method: 'GET' | 'POST'
  make: Make
  who: Who
  /** What success changes; reading changes nothing, unless it is written down who read. */
  changes: string[]
  /** Who reads without being written down. */
  unwritten?: ActorName[]
  /** What a refusal writes down all the same. */
  counts?: string[]
  malformed: Column
  over: Column
  again: Cell
}

const reading: Pick<RouteRow, 'changes' | 'over' | 'again'> = {
  changes: [],
  over: never('what is read is never over'),
  again: 'shown',
}
const script = { accept: 'application/json' }

/** By the manifest's name; a route with several ways in has several rows. */
export const routes: Record<string, RouteRow[]> = {
  ...exportRoutes,
  ...sessionRoutes,
  '/healthz/route': [
    {
      method: 'GET',
      make: () => ({ path: '/healthz' }),
      who: everybody,
      malformed: noId,
      ...reading,
    },
  ],
  '/readyz/route': [
    {
      method: 'GET',
      make: () => ({ path: '/readyz' }),
      // This portal has no worker, and answers so to everybody.
      who: { ...notThere, ...all(status(503)), other: never('it is the same for everybody') },
      malformed: noId,
      ...reading,
      again: status(503),
    },
  ],
  '/(public)/programme/models/route': [
    {
      method: 'GET',
      make: () => ({ path: '/programme/models' }),
      who: everybody,
      malformed: noId,
      ...reading,
    },
  ],
  '/(member)/account/registrations/new/draft/route': [
    {
      method: 'POST',
      make: () => ({
        path: '/account/registrations/new/draft',
        body: new URLSearchParams({ 'lines.0.model': crypto.randomUUID() }),
      }),
      who: {
        ...all(closed),
        member: 'done',
        other: never('it saves the sender’s list, and takes no id'),
      },
      changes: ['drafts'],
      malformed: never('whatever is typed is kept'),
      over: never('a list can be written at any time'),
      again: 'done',
    },
  ],
  '/uploads/route': [
    {
      method: 'POST',
      make: () => upload('draft'),
      who: { ...all(closed), member: 'done', other: never('it takes a file for the sender’s list') },
      changes: ['invoices', 'drafts', jobs, log, 'files'],
      malformed: { make: () => upload('nobody'), cell: status(400) },
      over: never('the same file once more is the column "again"'),
      again: 'done', // recognised: the answer is the same invoice
    },
    {
      method: 'POST',
      make: async ({ portal, member }) =>
        upload(
          (await aRegistration(portal.app, member.actor, { state: 'needs_attention', waitingSince: null }))
            .id,
        ),
      who: { ...all(closed), member: 'done', other: { status: 404 } },
      changes: ['invoices', 'registrations', 'registration_events', jobs, log, 'files'],
      malformed: { make: () => upload('00000000-0000-0000-0000'), cell: status(400) },
      over: {
        make: async ({ portal, member }) =>
          upload((await aRegistration(portal.app, member.actor, { state: 'verified' })).id),
        cell: status(409),
      },
      again: status(200), // the answer may have been lost on the way; nothing moves twice
      counts: [log], // that the same file came again
    },
  ],
  '/files/[id]/[page]/route': [
    {
      method: 'GET',
      make: page(),
      who: {
        signedOut: closed,
        member: 'shown',
        other: 'nothing',
        desk: 'nothing',
        reviewer: 'shown',
        admin: 'shown',
      },
      changes: [log],
      unwritten: ['member'],
      malformed: { make: () => ({ path: '/files/x/1' }), cell: 'nothing' },
      over: never('for staff it is over when the review is: see the test below'),
      again: 'shown',
    },
  ],
  ...catalogueRoutes,
  '/api/auth/[...nextauth]/route': [
    ...ssoRoutes,
    ...[
      'session',
      'providers',
      'signin',
      'signin/email',
      'callback/email',
      'error',
      'verify-request',
      'signout',
    ].map(
      (part): RouteRow => ({
        method: 'GET',
        make: () => ({ path: `/api/auth/${part}` }),
        who: notThere,
        malformed: noId,
        ...reading,
        again: 'nothing',
      }),
    ),
    ...['session', 'signin', 'signin/email', 'callback/email', '_log'].map(
      (part): RouteRow => ({
        method: 'POST',
        make: () => ({ path: `/api/auth/${part}`, body: new URLSearchParams() }),
        who: notThere,
        malformed: noId,
        ...reading,
        again: 'nothing',
      }),
    ),
  ],
}

function all(cell: Cell): Record<ActorName, Cell> {
  return { signedOut: cell, member: cell, other: cell, desk: cell, reviewer: cell, admin: cell }
}

function upload(purpose: string): Request {
  const body = new FormData()
  body.append('file', new File([new Uint8Array(somePdf())], 'invoice.pdf', { type: 'application/pdf' }))
  return { path: `/uploads?for=${purpose}`, body, headers: script }
}

/** An invoice of the member's that waits for a review, with the image of its page in its place. */
function page(): Make {
  return async (world) => ({ path: `/files/${(await world.registration()).invoice}/1?reason=review` })
}
