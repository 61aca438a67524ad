import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { logEntries, mails, memberships, statusChanges } from '@/db/schema'
import type { Admin, Member } from '@/lib/actor'
import { addDays, berlinDate } from '@/lib/time'
import { anInvitation, aSentInvitation } from '@/testing/black'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { acceptBlack } from './answer'
import { endBlack, endExpiredBlack } from './end'

const { db, as } = testDatabase()
const at = new Date()
const days = (count: number) => new Date(at.getTime() + count * 86_400_000)
const refusal = (reason: string) => expect.objectContaining({ reason })

let admins: [Admin, Admin]
let member: Member
beforeEach(async () => {
  admins = [await anAdmin(db, { factorAt: at }), await anAdmin(db, { factorAt: at })]
  member = await aMember(db, {}, at)
})
const card = async () =>
  (await db.select().from(memberships).where(eq(memberships.memberId, member.ownMemberId)))[0]
const changesOf = () => db.select().from(statusChanges).where(eq(statusChanges.memberId, member.ownMemberId))

describe('ending', () => {
  const reason = 'No longer active'
  async function announceEnd() {
    const { id, token } = await aSentInvitation(db, admins, { memberId: member.ownMemberId })
    await acceptBlack(member, token, at, db)
    await endBlack(admins[0], { id, reason }, at, db)
    return id
  }

  test('notifies the member now and takes effect when the term ends', async () => {
    const id = await announceEnd()
    const now = await card()
    expect(now).toMatchObject({ status: 'black', grantedUntil: now?.expiresOn })
    const queued = await db.select().from(mails).where(eq(mails.accountId, member.id))
    expect(queued.map(({ template }) => template)).toContain('black-ending')
    await expect(endBlack(admins[0], { id, reason }, at, db)).rejects.toEqual(refusal('alreadyDone'))
    const linked = await anAdmin(db, { ownMemberId: member.ownMemberId, factorAt: at })
    await expect(endBlack(linked, { id, reason }, at, db)).rejects.toEqual(refusal('blackOwn'))
    await expect(endBlack(admins[0], { id, reason }, days(1), db)).rejects.toEqual(refusal('stepUp'))
    const entries = await db.select().from(logEntries).where(eq(logEntries.subjectId, id))
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'black.ending', memberId: member.ownMemberId, reason }),
    )
  })

  test('is refused for an unknown invitation, and for one nobody has joined with', async () => {
    const nobody = await anInvitation(db, admins[0], { email: `${crypto.randomUUID()}@example.com` })
    for (const id of [crypto.randomUUID(), nobody])
      await expect(endBlack(admins[0], { id, reason }, at, db)).rejects.toEqual(refusal('notFound'))
  })

  test('that leaves the status as it was records no status change', async () => {
    await db
      .update(memberships)
      .set({ granted: 'red', grantedUntil: addDays(berlinDate(at), -1) })
      .where(eq(memberships.memberId, member.ownMemberId))
    await endExpiredBlack(as.worker, at)
    expect(await card()).toMatchObject({ status: 'red', granted: null })
    expect((await changesOf()).map(({ because }) => because)).toEqual(['joined'])
  })

  test('falls back to the counted status the night after the last day, once, with the worker’s own privileges', async () => {
    await announceEnd()
    const lastDay = new Date(`${(await card())?.expiresOn}T12:00:00Z`)
    await endExpiredBlack(as.worker, lastDay)
    expect(await card()).toMatchObject({ status: 'black' })
    const after = new Date(lastDay.getTime() + 86_400_000)
    await Promise.all([endExpiredBlack(as.worker, after), endExpiredBlack(as.worker, after)])
    await endExpiredBlack(as.worker, after)
    expect(await card()).toMatchObject({ status: 'red', granted: null, grantedUntil: null })
    const ended = (await changesOf()).filter(({ because }) => because === 'term-end')
    expect(ended).toMatchObject([{ from: 'black', to: 'red' }])
    const entries = await db.select().from(logEntries).where(eq(logEntries.memberId, member.ownMemberId))
    expect(entries.filter(({ action }) => action === 'black.ended')).toHaveLength(1)
  })
})
