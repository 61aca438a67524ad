import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { blackInvitations, logEntries, memberships } from '@/db/schema'
import type { Admin, Member } from '@/lib/actor'
import { anInvitation } from '@/testing/black'
import { testDatabase, waitingForLock } from '@/testing/database'
import { aMember, anAdmin, aReviewer } from '@/testing/people'
import { BlackInvitation } from '../input'
import { listBlackInvitations } from '../queries'
import { inviteToBlack } from './invite'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const later = new Date('2026-11-20T10:10:00Z')
const refusal = (reason: string, more = {}) => expect.objectContaining({ reason, ...more })
const person = { field: 'person' }

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
  BlackInvitation.parse({
    person,
    reason: 'Teaches with LUMIX',
    sponsor: 'Sabine Vorschlag',
    language: 'en',
    validUntil: '2026-12-20',
    ...over,
  })
const invite = async (over = {}, admin = admins()[0]) =>
  inviteToBlack(admin, words(await numberOf(member), over), at, db)
const row = async (id: string) =>
  (await db.select().from(blackInvitations).where(eq(blackInvitations.id, id)))[0]

describe('inviting', () => {
  test('a member by number waits for a second admin, on the record and in the log', async () => {
    const id = await invite()
    expect(await row(id)).toMatchObject({ memberId: member.ownMemberId, email: null, state: 'waiting' })
    const entries = await db.select().from(logEntries).where(eq(logEntries.subjectId, id))
    expect(entries).toMatchObject([
      { action: 'black.invited', actorId: inviter?.id, memberId: member.ownMemberId },
    ])
  })

  test('an address of a member means that member; any other address is somebody new', async () => {
    const email = `${crypto.randomUUID()}@example.com`
    const known = await aMember(db, { email })
    const id = await inviteToBlack(admins()[0], words(email.toUpperCase()), at, db)
    expect(await row(id)).toMatchObject({ memberId: known.ownMemberId, email: null })
    const newEmail = `${crypto.randomUUID()}@example.com`
    expect(await row(await inviteToBlack(admins()[0], words(newEmail), at, db))).toMatchObject({
      memberId: null,
      email: newEmail,
    })
  })

  test('needs a fresh factor and an existing number, and refuses staff', async () => {
    const [admin] = admins()
    const number = await numberOf(member)
    await expect(inviteToBlack(admin, words(number), later, db)).rejects.toEqual(refusal('stepUp'))
    await expect(inviteToBlack(admin, words('LP-7K3M9-Q2XH7'), at, db)).rejects.toEqual(
      refusal('numberUnknown', person),
    )
    const email = `${crypto.randomUUID()}@example.com`
    await aReviewer(db, { email })
    await expect(inviteToBlack(admin, words(email), at, db)).rejects.toEqual(refusal('blackStaff', person))
  })

  test('is valid until a day from today to this day in a year', async () => {
    const field = { field: 'validUntil' }
    await expect(invite({ validUntil: '2026-11-19' })).rejects.toEqual(refusal('blackDate', field))
    await expect(invite({ validUntil: '2027-11-21' })).rejects.toEqual(refusal('blackDate', field))
    for (const validUntil of ['2026-11-20', '2027-11-20']) {
      const somebody = words(`${crypto.randomUUID()}@example.com`, { validUntil })
      expect(await row(await inviteToBlack(admins()[0], somebody, at, db))).toMatchObject({ validUntil })
    }
  })

  test('is not for one’s own membership, nor for somebody who is Black', async () => {
    const linked = await anAdmin(db, { ownMemberId: member.ownMemberId, factorAt: at })
    await expect(invite({}, linked)).rejects.toEqual(refusal('blackOwn', person))
    await db
      .update(memberships)
      .set({ status: 'black', granted: 'black' })
      .where(eq(memberships.memberId, member.ownMemberId))
    await expect(invite()).rejects.toEqual(refusal('alreadyBlack', person))
  })

  test('two at once create one open invitation; an expired one does not block', async () => {
    const results = await Promise.allSettled([invite(), invite({}, admins()[1])])
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { reason: 'blackOpen' } },
    ])
    await expect(invite()).rejects.toEqual(refusal('blackOpen'))
    await db.update(blackInvitations).set({ validUntil: '2026-11-19' })
    const id = await invite()
    const { invitations } = await listBlackInvitations(admins()[0], { state: 'expired' }, at, db)
    expect(invitations.map((one) => one.id)).not.toContain(id)
    expect(invitations.some(({ number }) => number !== null)).toBe(true)
  })

  test('is refused when their address was invited before they joined, in any letter case', async () => {
    const email = `Teacher-${crypto.randomUUID()}@example.com`
    const id = await anInvitation(db, admins()[0], { email })
    const joined = await aMember(db, { email: email.toLowerCase() }, at)
    const again = async () => inviteToBlack(admins()[0], words(await numberOf(joined)), at, db)
    await expect(again()).rejects.toEqual(refusal('blackOpen', person))
    await db
      .update(blackInvitations)
      .set({ approvedBy: second?.id, approvedAt: at })
      .where(eq(blackInvitations.id, id))
    await expect(again()).rejects.toEqual(refusal('blackOpen', person))
    await db.update(blackInvitations).set({ validUntil: '2026-11-19' }).where(eq(blackInvitations.id, id))
    expect(await row(await again())).toMatchObject({ memberId: joined.ownMemberId, state: 'waiting' })
    expect(await row(id)).toMatchObject({ state: 'expired' })
  })

  test('is refused when a colleague is creating one at the same moment', async () => {
    let late: Promise<unknown> | undefined
    await db.transaction(async (tx) => {
      await anInvitation(tx, admins()[1], { memberId: member.ownMemberId })
      late = invite().catch((error) => error)
      await waitingForLock(as.owner)
    })
    expect(await late).toEqual(refusal('blackOpen', person))
  })
})
