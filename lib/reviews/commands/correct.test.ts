import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { correctionRequests, logEntries, members } from '@/db/schema'
import type { Admin, Member, Reviewer } from '@/lib/actor'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin, aReviewer } from '@/testing/people'
import { mailsTo } from '@/testing/reviews'
import { countCorrections, listCorrections } from '../queries/corrections'
import { decideCorrection } from './correct'

const { db } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const refusal = (reason: string) => expect.objectContaining({ reason })

let member: Member
let reviewer: Reviewer
let admin: Admin
beforeEach(async () => {
  member = await aMember(db, { firstName: 'Ann', surname: 'Brontë', bornOn: '1990-05-17' })
  reviewer = await aReviewer(db)
  admin = await anAdmin(db)
})

async function aCorrectionRequest(over: Partial<typeof correctionRequests.$inferInsert> = {}) {
  const request = {
    firstName: 'Anne',
    surname: 'Brontë',
    bornOn: '1990-05-17',
    why: 'An e is missing.',
    ...over,
  }
  const [created] = await db
    .insert(correctionRequests)
    .values({ memberId: member.ownMemberId, ...request })
    .returning({ id: correctionRequests.id })
  return String(created?.id)
}
const person = async () => {
  const [row] = await db.select().from(members).where(eq(members.id, member.ownMemberId))
  return row
}

describe('a request to correct a name', () => {
  test('changes the name when granted, and notifies the member', async () => {
    const id = await aCorrectionRequest()
    await decideCorrection(reviewer, id, true, at)
    expect(await person()).toMatchObject({ firstName: 'Anne', surname: 'Brontë', bornOn: '1990-05-17' })
    expect((await mailsTo(db, member)).at(-1)).toEqual({
      template: 'correction-decided',
      about: { correction: id },
    })
    const logged = await db.select().from(logEntries).where(eq(logEntries.subjectId, id))
    expect(logged).toMatchObject([{ action: 'correction.granted', actorId: reviewer.id }])
  })

  test('changes nothing when declined, except that it is decided', async () => {
    const id = await aCorrectionRequest()
    await decideCorrection(reviewer, id, false, at)
    expect(await person()).toMatchObject({ firstName: 'Ann' })
    const [row] = await db.select().from(correctionRequests).where(eq(correctionRequests.id, id))
    expect(row).toMatchObject({ granted: false, decidedBy: reviewer.id, decidedAt: at })
  })

  test('of two reviewers at once, one decides and the other is refused', async () => {
    const id = await aCorrectionRequest()
    const tries = await Promise.allSettled([
      decideCorrection(reviewer, id, true, at),
      decideCorrection(admin, id, false, at),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'alreadyDone' },
    })
    expect(
      (await mailsTo(db, member)).filter(({ template }) => template === 'correction-decided'),
    ).toHaveLength(1)
  })
})

describe('a request that changes the date of birth', () => {
  test('is an admin’s: a reviewer neither sees nor decides it', async () => {
    const id = await aCorrectionRequest({ bornOn: '1990-05-16' })
    const mine = (list: { id: string }[]) => list.filter((request) => request.id === id)
    expect(mine(await listCorrections(reviewer))).toEqual([])
    await expect(decideCorrection(reviewer, id, true, at)).rejects.toThrow(refusal('notAllowed'))
    expect(mine(await listCorrections(admin))).toMatchObject([
      { born: { from: '1990-05-17', to: '1990-05-16' }, why: 'An e is missing.' },
    ])
    await decideCorrection(admin, id, true, at)
    expect(await person()).toMatchObject({ bornOn: '1990-05-16' })
  })

  test('a reviewer’s list of names holds no date of birth', async () => {
    const id = await aCorrectionRequest()
    const listed = (await listCorrections(reviewer)).find((request) => request.id === id)
    expect(listed).toMatchObject({ from: { firstName: 'Ann' }, to: { firstName: 'Anne' }, born: null })
    expect(JSON.stringify(listed)).not.toContain('1990')
  })
})

test('the list respects its limit, oldest first', async () => {
  await aCorrectionRequest()
  member = await aMember(db)
  await aCorrectionRequest()
  const all = await listCorrections(admin, db, 1000)
  expect(all.length).toBeGreaterThan(1)
  expect(await listCorrections(admin, db, 1)).toEqual(all.slice(0, 1))
})

describe('refused', () => {
  test('one’s own request is neither listed nor decided', async () => {
    const { ownMemberId } = member
    const id = await aCorrectionRequest()
    for (const self of [await aReviewer(db, { ownMemberId }), await anAdmin(db, { ownMemberId })]) {
      expect((await listCorrections(self)).map((request) => request.id)).not.toContain(id)
      await expect(decideCorrection(self, id, true, at)).rejects.toThrow(refusal('ownCorrection'))
    }
    expect(await countCorrections(await aReviewer(db))).toBe((await listCorrections(reviewer)).length)
  })

  test('a member: that does not compile', () => {
    expectTypeOf(decideCorrection).parameter(0).toEqualTypeOf<Reviewer>()
    expectTypeOf(listCorrections).parameter(0).toEqualTypeOf<Reviewer>()
  })

  test('a malformed or unknown id is not found', async () => {
    for (const id of ['', 'x', crypto.randomUUID()]) {
      await expect(decideCorrection(admin, id, true, at)).rejects.toThrow(refusal('notFound'))
    }
  })
})
