import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { connect } from '@/db/client'
import { members } from '@/db/schema'
import type { Admin, Desk, Member, Reviewer } from '@/lib/actor'
import { listBlackInvitations } from '@/lib/black/queries'
import { checkCard } from '@/lib/desk/commands'
import { connectDesk } from '@/lib/desk/connection'
import { actAs } from '@/lib/identity/act-as'
import { findSession } from '@/lib/identity/queries'
import { listMembers } from '@/lib/members/queries/search'
import { accountOverview } from '@/lib/memberships/queries'
import { listWaiting, waitingSummary } from '@/lib/reviews/queries/queue'
import { hashToken } from '@/lib/secrets'
import { listStaff } from '@/lib/staff/queries'
import { LANES, type Question, TARGETS } from './figures'
import { id, nextDesk, randomPerson, STAFF, tokenOf } from './people'
import type { Site } from './portal'

/** Returns the floor first, then the queries behind the pages, on the same pool. */
export async function queries({ urls, members: size, sample }: Site) {
  const { db, pool } = connect(urls.app, LANES)
  const desk = connectDesk(urls.desk, LANES)
  const act = async <A>(who: string) => (await actAs(db, id(`account ${who}`))) as A
  const [member, clerk] = [await act<Member>('member-1'), await act<Desk>('desk-1')]
  const [reviewer, admin] = [await act<Reviewer>('reviewer-1'), await act<Admin>('admin-1')]
  const now = () => new Date()
  const one = () => randomInt(size) + 1
  const some = () => sample[randomInt(sample.length)] as Site['sample'][number]
  const page = (rows: number) => randomInt(1, Math.floor(rows / 25))
  const check = () => {
    const session = { tokenHash: hashToken(tokenOf(nextDesk())), language: 'en' } as const
    return checkCard(clerk, session, { card: { number: some().number }, purpose: 'service' }, now(), desk)
  }
  /** As an administrator types a name: in lower case, without diacritics, surname first. */
  const typed = ({ firstName, surname } = some()) =>
    `${surname} ${firstName}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const floor = () => db.select({ id: members.id }).from(members).where(eq(members.id, one()))
  const search = () => listMembers(admin, { q: typed() }, now(), db)
  const list: Question[] = [
    { name: 'primary-key read', ask: floor },
    { name: 'session', ask: () => findSession(tokenOf(randomPerson('member', size)), now(), db) },
    { name: 'account overview', ask: () => accountOverview({ ...member, ownMemberId: one() }, now(), db) },
    { name: 'desk check (two calls)', ask: check },
    { name: 'review queue, a page', ask: () => listWaiting(reviewer, 1, db) },
    { name: 'review queue, its length', ask: () => waitingSummary(reviewer, db) },
    { name: 'members by name', maxFloorRatio: TARGETS.search, ask: search },
    {
      name: 'Black invitations, a page',
      ask: () => listBlackInvitations(admin, { page: page(1000) }, now(), db),
    },
    { name: 'staff, a page', ask: () => listStaff(admin, page(STAFF.desk), db) },
  ]
  return { list, close: () => Promise.all([pool.end(), desk.end()]) }
}
