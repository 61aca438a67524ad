import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  accounts,
  blackInvitations,
  logEntries,
  mails,
  memberships,
  registrations,
  statusChanges,
  terms,
} from '@/db/schema'
import type { Admin, Member } from '@/lib/actor'
import { recalculateStatus } from '@/lib/memberships/commands/recalculate'
import { createToken } from '@/lib/secrets'
import { addDays, berlinDate } from '@/lib/time'
import { aSentInvitation } from '@/testing/black'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { aRegistration } from '@/testing/reviews'
import { readBlackInvitation } from '../queries'
import { acceptBlack, declineBlack } from './answer'

const { db } = testDatabase()
const at = new Date()
const today = berlinDate(at)
const days = (count: number) => new Date(at.getTime() + count * 86_400_000)
const refusal = (reason: string) => expect.objectContaining({ reason })

let admins: [Admin, Admin]
let member: Member
beforeEach(async () => {
  admins = [await anAdmin(db, { factorAt: at }), await anAdmin(db, { factorAt: at })]
  member = await aMember(db, {}, at)
})
const sendInvitation = (over: Parameters<typeof aSentInvitation>[3] = {}) =>
  aSentInvitation(db, admins, { memberId: member.ownMemberId }, over)
const card = async (who = member) =>
  (await db.select().from(memberships).where(eq(memberships.memberId, who.ownMemberId)))[0]
const logged = async (id: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, id))).map(
    ({ action, actorId, memberId }) => [action, actorId, memberId],
  )
const changesOf = () => db.select().from(statusChanges).where(eq(statusChanges.memberId, member.ownMemberId))

describe('accepting', () => {
  test('makes the card Black and keeps the term, on the record, in the log, with a mail', async () => {
    const { id, token } = await sendInvitation()
    const term = { startsOn: addDays(today, -360), expiresOn: today }
    await db.update(memberships).set(term).where(eq(memberships.memberId, member.ownMemberId))
    await acceptBlack(member, token, at, db)
    expect(await card()).toMatchObject({
      status: 'black',
      granted: 'black',
      ...term,
    })
    expect(await changesOf()).toContainEqual(
      expect.objectContaining({ from: 'red', to: 'black', because: 'granted' }),
    )
    expect(await logged(id)).toEqual([['black.accepted', member.id, member.ownMemberId]])
    const queued = await db.select().from(mails).where(eq(mails.accountId, member.id))
    expect(queued.map(({ template }) => template)).toContain('black-granted')
  })

  test('begins a new term where the old one is over', async () => {
    await db
      .update(memberships)
      .set({ startsOn: '2020-01-01', expiresOn: '2020-12-31' })
      .where(eq(memberships.memberId, member.ownMemberId))
    await acceptBlack(member, (await sendInvitation()).token, at, db)
    expect((await card())?.expiresOn).toMatch(/^202[6-9]/)
    const rows = await db.select().from(terms).where(eq(terms.memberId, member.ownMemberId))
    expect(rows.map(({ because }) => because).sort()).toEqual(['joined', 'renewal'])
  })

  test('somebody new accepts after joining with the address of the mail', async () => {
    const email = `${crypto.randomUUID()}@example.com`
    const { token } = await aSentInvitation(db, admins, { email })
    expect(await readBlackInvitation(token, at, db)).toMatchObject({ state: 'approved', known: false })
    await expect(acceptBlack(member, token, at, db)).rejects.toEqual(refusal('blackOtherAddress'))
    const joined = await aMember(db, { email: email.toUpperCase().toLowerCase() })
    expect(await readBlackInvitation(token, at, db)).toMatchObject({ known: true })
    await acceptBlack(joined, token, at, db)
    expect(await card(joined)).toMatchObject({ status: 'black' })
  })

  test('each refusal has its own reason', async () => {
    const other = await aMember(db)
    const open = await sendInvitation()
    await expect(acceptBlack(other, open.token, at, db)).rejects.toEqual(refusal('blackOtherAddress'))
    await expect(acceptBlack(member, createToken(), at, db)).rejects.toEqual(refusal('notFound'))
    await expect(acceptBlack(member, open.token, days(32), db)).rejects.toEqual(refusal('blackExpired'))
    await db
      .update(blackInvitations)
      .set({ revokedAt: at, revokedBy: admins[0].id })
      .where(eq(blackInvitations.id, open.id))
    await expect(acceptBlack(member, open.token, at, db)).rejects.toEqual(refusal('blackRevoked'))
    const declined = await sendInvitation()
    await declineBlack(declined.token, at, db)
    await expect(acceptBlack(member, declined.token, at, db)).rejects.toEqual(refusal('blackRefused'))
    await expect(declineBlack(declined.token, at, db)).rejects.toEqual(refusal('blackRefused'))
    await db.update(memberships).set({ suspendedAt: at }).where(eq(memberships.memberId, member.ownMemberId))
    const last = await sendInvitation()
    await expect(acceptBlack(member, last.token, at, db)).rejects.toEqual(refusal('membershipNotValid'))
    await db
      .update(memberships)
      .set({ suspendedAt: null, status: 'black', granted: 'black' })
      .where(eq(memberships.memberId, member.ownMemberId))
    await expect(acceptBlack(member, last.token, at, db)).rejects.toEqual(refusal('youAreBlack'))
  })

  test('is refused once the membership has ended; one that ends tomorrow still counts', async () => {
    const { token } = await sendInvitation()
    const ends = (endedOn: string) =>
      db
        .update(memberships)
        .set({ endedOn, endedReason: 'Left the programme' })
        .where(eq(memberships.memberId, member.ownMemberId))
    await ends(today)
    await expect(acceptBlack(member, token, at, db)).rejects.toEqual(refusal('membershipNotValid'))
    await ends(addDays(today, 1))
    await acceptBlack(member, token, at, db)
    expect(await card()).toMatchObject({ status: 'black' })
  })

  test('twice at once counts once, and the second is refused', async () => {
    const { token } = await sendInvitation()
    const both = await Promise.allSettled([
      acceptBlack(member, token, at, db),
      acceptBlack(member, token, at, db),
    ])
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { reason: 'blackAccepted' } },
    ])
    expect((await changesOf()).filter(({ to }) => to === 'black')).toHaveLength(1)
    await expect(acceptBlack(member, token, at, db)).rejects.toEqual(refusal('blackAccepted'))
  })
})

test('declining needs only the link, and is logged without an actor', async () => {
  const { id, token } = await sendInvitation()
  await declineBlack(token, at, db)
  expect(await logged(id)).toEqual([['black.refused', null, member.ownMemberId]])
  await expect(declineBlack(createToken(), at, db)).rejects.toEqual(refusal('notFound'))
})

test('Black survives the loss of the equipment', async () => {
  const { id } = await aRegistration(db, member, { state: 'verified', decidedAt: at })
  await acceptBlack(member, (await sendInvitation()).token, at, db)
  await db.update(registrations).set({ state: 'sold' }).where(eq(registrations.id, id))
  await db.transaction((tx) => recalculateStatus(tx, member.ownMemberId, at))
  expect(await card()).toMatchObject({ status: 'black', granted: 'black' })
})

test('the log holds no name and no address', async () => {
  const { token } = await sendInvitation()
  await acceptBlack(member, token, at, db)
  const [account] = await db.select().from(accounts).where(eq(accounts.id, member.id))
  const entries = await db.select().from(logEntries)
  expect(JSON.stringify(entries)).not.toContain(account?.email)
})
