import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { blackInvitations, logEntries } from '@/db/schema'
import type { Admin, Member } from '@/lib/actor'
import { brokenConstraint } from '@/lib/errors'
import { anInvitation, aSentInvitation } from '@/testing/black'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { BlackDecision } from '../input'
import { findBlackInvitation } from '../queries'
import { decideBlackInvitation, revokeBlackInvitation } from './decide'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const later = new Date('2026-11-20T10:10:00Z')
const refusal = (reason: string) => expect.objectContaining({ reason })

let [inviter, second]: Admin[] = []
let member: Member
beforeEach(async () => {
  inviter = await anAdmin(db, { factorAt: at })
  second = await anAdmin(db, { factorAt: at })
  member = await aMember(db, {}, at)
})
const admins = () => [inviter, second] as [Admin, Admin]
const invite = (admin = admins()[0]) => anInvitation(db, admin, { memberId: member.ownMemberId })
const decide = (admin: Admin, id: string, decision = 'approve', reason = '', when = at) =>
  decideBlackInvitation(admin, BlackDecision.parse({ id, decision, reason }), when, db)
const row = async (id: string) =>
  (await db.select().from(blackInvitations).where(eq(blackInvitations.id, id)))[0]
const logged = async (id: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, id))).map(
    ({ action, actorId, memberId }) => [action, actorId, memberId],
  )
const jobsFor = async (id: string) => {
  const { rows } = await as.worker.execute<{ task: string }>(
    sql`select identifier as task from graphile_worker._private_jobs join graphile_worker._private_tasks t
      on t.id = task_id where payload->>'invitation' = ${id}`,
  )
  return rows.map(({ task }) => task)
}

describe('the second person', () => {
  test('approves once, and the mail is queued', async () => {
    const id = await invite()
    await decide(admins()[1], id)
    expect(await row(id)).toMatchObject({ state: 'approved', approvedBy: second?.id, sentAt: null })
    expect(await jobsFor(id)).toEqual(['send-black-invitation'])
    expect(await logged(id)).toEqual([['black.approved', second?.id, member.ownMemberId]])
    await expect(decide(admins()[1], id)).rejects.toEqual(refusal('blackOver'))
  })

  test('declines with a reason', async () => {
    const id = await invite()
    expect(BlackDecision.safeParse({ id, decision: 'decline', reason: ' ' }).success).toBe(false)
    await decide(admins()[1], id, 'decline', 'Not this year')
    expect(await findBlackInvitation(admins()[0], id, at, db)).toMatchObject({
      state: 'declined',
      declinedReason: 'Not this year',
    })
    expect(await logged(id)).toEqual([['black.declined', second?.id, member.ownMemberId]])
    expect(await jobsFor(id)).toEqual([])
  })

  test('is never the first: neither in a second tab nor directly in the database', async () => {
    const id = await invite()
    const tabs = await Promise.allSettled([decide(admins()[0], id), decide(admins()[0], id, 'decline', 'x')])
    expect(tabs).toMatchObject([
      { reason: { reason: 'blackOwnDecision' } },
      { reason: { reason: 'blackOwnDecision' } },
    ])
    const forced = db
      .update(blackInvitations)
      .set({ approvedBy: admins()[0].id, approvedAt: at })
      .where(eq(blackInvitations.id, id))
    const error = await forced.catch((caught: unknown) => caught)
    expect(brokenConstraint(error)).toBe('black_invitations_two_people')
    expect(await row(id)).toMatchObject({ state: 'waiting' })
  })

  test('is not the same person with a second account, nor the person invited', async () => {
    const own = await aMember(db)
    const [one, other] = [
      await anAdmin(db, { ownMemberId: own.ownMemberId, factorAt: at }),
      await anAdmin(db, { ownMemberId: own.ownMemberId, factorAt: at }),
    ]
    await expect(decide(other, await invite(one))).rejects.toEqual(refusal('blackOwnDecision'))
    const about = await anInvitation(db, admins()[0], { memberId: own.ownMemberId })
    await expect(decide(one, about)).rejects.toEqual(refusal('blackOwnDecision'))
  })

  test('is recognised when the invited address has become that of their own membership', async () => {
    const email = `${crypto.randomUUID()}@example.com`
    const id = await anInvitation(db, admins()[0], { email })
    const own = await aMember(db, { email })
    const linked = await anAdmin(db, { ownMemberId: own.ownMemberId, factorAt: at })
    await expect(decide(linked, id)).rejects.toEqual(refusal('blackOwnDecision'))
  })

  test('of two approvals at once one counts, the other is refused', async () => {
    const id = await invite()
    const third = await anAdmin(db, { factorAt: at })
    const results = await Promise.allSettled([decide(admins()[1], id), decide(third, id)])
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { reason: 'blackOver' } },
    ])
    const entries = await db.select().from(logEntries).where(eq(logEntries.subjectId, id))
    expect(entries.filter(({ action }) => action === 'black.approved')).toHaveLength(1)
  })

  test('needs a fresh factor and an existing invitation that has not expired', async () => {
    const id = await invite()
    await expect(decide(admins()[1], id, 'approve', '', later)).rejects.toEqual(refusal('stepUp'))
    await expect(decide(admins()[1], crypto.randomUUID())).rejects.toEqual(refusal('notFound'))
    await db.update(blackInvitations).set({ validUntil: '2026-11-19' }).where(eq(blackInvitations.id, id))
    await expect(decide(admins()[1], id)).rejects.toEqual(refusal('blackOver'))
  })
})

describe('revoking', () => {
  test('any admin may, while it is open, once and with a fresh factor', async () => {
    const { id } = await aSentInvitation(db, admins(), { memberId: member.ownMemberId })
    await expect(revokeBlackInvitation(admins()[0], id, later, db)).rejects.toEqual(refusal('stepUp'))
    await revokeBlackInvitation(admins()[0], id, at, db)
    expect(await row(id)).toMatchObject({ state: 'revoked' })
    expect(await logged(id)).toEqual([['black.revoked', inviter?.id, member.ownMemberId]])
    await expect(revokeBlackInvitation(admins()[0], id, at, db)).rejects.toEqual(refusal('blackOver'))
    await expect(revokeBlackInvitation(admins()[0], crypto.randomUUID(), at, db)).rejects.toEqual(
      refusal('notFound'),
    )
  })

  test('also before a second person has looked at it', async () => {
    const id = await invite()
    await revokeBlackInvitation(admins()[1], id, at, db)
    expect(await row(id)).toMatchObject({ state: 'revoked' })
    await expect(decide(admins()[1], id)).rejects.toEqual(refusal('blackOver'))
  })
})
