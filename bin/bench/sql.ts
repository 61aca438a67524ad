import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Urls } from '@/bin/postgres/embedded'
import { connect } from '@/db/client'
import { members } from '@/db/schema'
import type { Actor, Admin, Desk, Member, Reviewer } from '@/lib/actor'
import { listBlackInvitations } from '@/lib/black/queries'
import { checkCard } from '@/lib/desk/commands'
import { connectDesk } from '@/lib/desk/connection'
import { actAs } from '@/lib/identity/act-as'
import { findSession } from '@/lib/identity/queries'
import { listMembers } from '@/lib/members/queries/search'
import { accountOverview } from '@/lib/memberships/queries'
import { listWaiting, waitingSummary } from '@/lib/reviews/queries/queue'
import { listStaff } from '@/lib/staff/queries'
import { computing } from './cpu'
import type { Burst } from './figures'
import { accountOf, nameOf, numberOf, tokenHashOf, tokenOf } from './people'
import { DESKS, INVITATIONS, STAFF } from './staff'

export type Question = { name: string; ask: () => Promise<unknown> }

const LANES = 8

/** Held to a ratio of its own. */
export const NAME_SEARCH = 'members by name'

/** The floor first, then the queries behind the pages, on the same pool. */
export async function questions(urls: Urls, size: number) {
  const { db, pool } = connect(urls.app, LANES)
  const desk = connectDesk(urls.desk, LANES)
  const anybody = () => randomInt(1, size + 1)
  const { member, clerk, reviewer, admin } = await actors((account) => actAs(db, account))
  const now = () => new Date()
  let checks = 0
  const check = () => {
    const tokenHash = tokenHashOf(`desk ${DESKS.pages + (checks++ % DESKS.sql)}`)
    const asked = { card: { number: numberOf(anybody()) }, purpose: 'service' } as const
    return checkCard(clerk, { tokenHash, language: 'en' }, asked, now(), desk)
  }
  /** As an administrator types a name: in lower case, without diacritics, surname first. */
  const typed = () => {
    const { firstName, surname } = nameOf(anybody())
    return plain(`${surname} ${firstName}`)
  }
  const page = (of: number) => randomInt(1, Math.floor(of / 25))
  const ofAnybody = () => ({ ...member, ownMemberId: anybody() })
  const list: Question[] = [
    {
      name: 'primary-key read',
      ask: () => db.select({ id: members.id }).from(members).where(eq(members.id, anybody())),
    },
    { name: 'session', ask: () => findSession(tokenOf(`member ${anybody()}`), now(), db) },
    { name: 'account overview', ask: () => accountOverview(ofAnybody(), now(), db) },
    { name: 'desk check (two calls)', ask: check },
    { name: 'review queue, a page', ask: () => listWaiting(reviewer, 1, db) },
    { name: 'review queue, its length', ask: () => waitingSummary(reviewer, db) },
    { name: NAME_SEARCH, ask: () => listMembers(admin, { q: typed() }, now(), db) },
    {
      name: 'Black invitations, a page',
      ask: () => listBlackInvitations(admin, { page: page(INVITATIONS) }, now(), db),
    },
    { name: 'staff, a page', ask: () => listStaff(admin, page(STAFF.desk), db) },
  ]
  return { list, close: () => Promise.all([pool.end(), desk.end()]) }
}

/** Asks `amount` times, in eight lanes. */
export async function burst(ask: Question['ask'], amount: number): Promise<Burst> {
  const times: number[] = []
  const begun = performance.now()
  let left = amount
  const lane = async () => {
    while (left-- > 0) {
      const at = performance.now()
      await ask()
      times.push(performance.now() - at)
    }
  }
  const { cpu } = await computing(() => Promise.all(Array.from({ length: LANES }, lane)))
  return { times, seconds: (performance.now() - begun) / 1000, cpu }
}

async function actors(act: (account: string) => Promise<Actor>) {
  return {
    member: (await act(accountOf('member 1'))) as Member,
    clerk: (await act(accountOf('desk 0'))) as Desk,
    reviewer: (await act(accountOf('reviewer 0'))) as Reviewer,
    admin: (await act(accountOf('admin 0'))) as Admin,
  }
}

const plain = (name: string) =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace('ł', 'l').replace('Ł', 'L').toLowerCase()
