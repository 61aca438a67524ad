import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { blackInvitations, logEntries, memberships } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { Admin, Member } from '@/lib/auth/actor'
import { aMember, anAdmin, aReviewer } from '@/lib/auth/testing'
import { brokenConstraint } from '@/lib/errors'
import { Decision, Invite } from '../input'
import { findInvitation, listInvitations } from '../queries'
import { anInvitation, aSentInvitation } from '../testing'
import { decideInvitation, revokeInvitation } from './decide'
import { inviteToBlack } from './invite'

const { db } = testDatabase()
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

const numberOf = async ({ ownMemberId }: Member) =>
  (await db.select().from(memberships).where(eq(memberships.memberId, ownMemberId)))[0]?.number ?? ''
const words = (person: string, over = {}) =>
  Invite.parse({
    person,
    reason: 'Teaches with LUMIX',
    sponsor: 'Sabine Vorschlag',
    language: 'en',
    validUntil: '2026-12-20',
    ...over,
  })
const invite = async (over = {}, admin = admins()[0]) =>
  inviteToBlack(admin, words(await numberOf(member), over), at, db)
const decide = (admin: Admin, id: string, decision = 'approve', reason = '', when = at) =>
  decideInvitation(admin, Decision.parse({ id, decision, reason }), when, db)
const row = async (id: string) =>
  (await db.select().from(blackInvitations).where(eq(blackInvitations.id, id)))[0]

describe('inviting', () => {
  test('a member by number waits for a second admin, on the record and in the log', async () => {
    const id = await invite()
    expect(await row(id)).toMatchObject({ memberId: member.ownMemberId, email: null, state: 'waiting' })
    const entries = await db.select().from(logEntries).where(eq(logEntries.subjectId, id))
    expect(entries).toMatchObject([{ action: 'black.invited', actorId: inviter?.id }])
  })

  test('an address of a member means that member; any other address is somebody new', async () => {
    const email = `${crypto.randomUUID()}@example.com`
    const known = await aMember(db, { email })
    const id = await inviteToBlack(admins()[0], words(email.toUpperCase()), at, db)
    expect(await row(id)).toMatchObject({ memberId: known.ownMemberId, email: null })
    const fresh = `${crypto.randomUUID()}@example.com`
    expect(await row(await inviteToBlack(admins()[0], words(fresh), at, db))).toMatchObject({
      memberId: null,
      email: fresh,
    })
  })

  test('needs a fresh factor, a day within a year, a number somebody has, and nobody on the staff', async () => {
    const [admin] = admins()
    const number = await numberOf(member)
    await expect(inviteToBlack(admin, words(number), later, db)).rejects.toEqual(refusal('stepUp'))
    await expect(invite({ validUntil: '2026-11-19' })).rejects.toEqual(refusal('blackDate'))
    await expect(invite({ validUntil: '2027-11-21' })).rejects.toEqual(refusal('blackDate'))
    await expect(inviteToBlack(admin, words('LP-7K3M9-Q2XH7'), at, db)).rejects.toEqual(
      refusal('numberUnknown'),
    )
    const email = `${crypto.randomUUID()}@example.com`
    await aReviewer(db, { email })
    await expect(inviteToBlack(admin, words(email), at, db)).rejects.toEqual(refusal('blackStaff'))
  })

  test('is not for one’s own membership, nor for who is Black', async () => {
    const linked = await anAdmin(db, { ownMemberId: member.ownMemberId, factorAt: at })
    await expect(invite({}, linked)).rejects.toEqual(refusal('blackOwn'))
    await db
      .update(memberships)
      .set({ status: 'black', granted: 'black' })
      .where(eq(memberships.memberId, member.ownMemberId))
    await expect(invite()).rejects.toEqual(refusal('alreadyBlack'))
  })

  test('two at once make one open invitation; an expired one makes room', async () => {
    const results = await Promise.allSettled([invite(), invite({}, admins()[1])])
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { reason: 'blackOpen' } },
    ])
    await expect(invite()).rejects.toEqual(refusal('blackOpen'))
    await db.update(blackInvitations).set({ validUntil: '2026-11-19' })
    const id = await invite()
    const { invitations } = await listInvitations(admins()[0], { state: 'expired' }, at, db)
    expect(invitations.map((one) => one.id)).not.toContain(id)
    expect(invitations.some(({ number }) => number !== null)).toBe(true)
  })
})

describe('the second person', () => {
  test('approves, and the worker is told to send; once', async () => {
    const id = await invite()
    await decide(admins()[1], id)
    expect(await row(id)).toMatchObject({ state: 'approved', approvedBy: second?.id, sentAt: null })
    await expect(decide(admins()[1], id)).rejects.toEqual(refusal('blackOver'))
  })

  test('declines with a reason', async () => {
    const id = await invite()
    expect(Decision.safeParse({ id, decision: 'decline', reason: ' ' }).success).toBe(false)
    await decide(admins()[1], id, 'decline', 'Not this year')
    expect(await findInvitation(admins()[0], id, at, db)).toMatchObject({
      state: 'declined',
      declinedReason: 'Not this year',
    })
  })

  test('is never the first: not in a second tab, and not by the database either', async () => {
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
    await expect(decide(other, await invite({}, one))).rejects.toEqual(refusal('blackOwnDecision'))
    const about = await anInvitation(db, admins()[0], { memberId: own.ownMemberId })
    await expect(decide(one, about)).rejects.toEqual(refusal('blackOwnDecision'))
  })

  test('is found out when the invited address is that of their own membership since', async () => {
    const email = `${crypto.randomUUID()}@example.com`
    const id = await inviteToBlack(admins()[0], words(email), at, db)
    const own = await aMember(db, { email })
    const linked = await anAdmin(db, { ownMemberId: own.ownMemberId, factorAt: at })
    await expect(decide(linked, id)).rejects.toEqual(refusal('blackOwnDecision'))
  })

  test('two approvals at once: one counts, the other is told', async () => {
    const id = await invite()
    const third = await anAdmin(db, { factorAt: at })
    const results = await Promise.allSettled([decide(admins()[1], id), decide(third, id)])
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { reason: 'blackOver' } },
    ])
    const entries = await db.select().from(logEntries).where(eq(logEntries.subjectId, id))
    expect(entries.filter(({ action }) => action === 'black.approved')).toHaveLength(1)
  })

  test('needs a fresh factor, an invitation that is one, and one that has not expired', async () => {
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
    await expect(revokeInvitation(admins()[0], id, later, db)).rejects.toEqual(refusal('stepUp'))
    await revokeInvitation(admins()[0], id, at, db)
    expect(await row(id)).toMatchObject({ state: 'revoked' })
    await expect(revokeInvitation(admins()[0], id, at, db)).rejects.toEqual(refusal('blackOver'))
    await expect(revokeInvitation(admins()[0], crypto.randomUUID(), at, db)).rejects.toEqual(
      refusal('notFound'),
    )
  })
})
