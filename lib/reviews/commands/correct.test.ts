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

async function aWish(over: Partial<typeof correctionRequests.$inferInsert> = {}) {
  const wish = {
    firstName: 'Anne',
    surname: 'Brontë',
    bornOn: '1990-05-17',
    why: 'An e is missing.',
    ...over,
  }
  const [made] = await db
    .insert(correctionRequests)
    .values({ memberId: member.ownMemberId, ...wish })
    .returning({ id: correctionRequests.id })
  return String(made?.id)
}
const person = async () => {
  const [row] = await db.select().from(members).where(eq(members.id, member.ownMemberId))
  return row
}

describe('a wish to have a name corrected', () => {
  test('granted, the name changes, and the member is told', async () => {
    const id = await aWish()
    await decideCorrection(reviewer, id, true, at)
    expect(await person()).toMatchObject({ firstName: 'Anne', surname: 'Brontë', bornOn: '1990-05-17' })
    expect((await mailsTo(db, member)).at(-1)).toEqual({
      template: 'correction-decided',
      about: { correction: id },
    })
    const logged = await db.select().from(logEntries).where(eq(logEntries.subjectId, id))
    expect(logged).toMatchObject([{ action: 'correction.granted', actorId: reviewer.id }])
  })

  test('declined, nothing changes but that it is decided', async () => {
    const id = await aWish()
    await decideCorrection(reviewer, id, false, at)
    expect(await person()).toMatchObject({ firstName: 'Ann' })
    const [row] = await db.select().from(correctionRequests).where(eq(correctionRequests.id, id))
    expect(row).toMatchObject({ granted: false, decidedBy: reviewer.id, decidedAt: at })
  })

  test('two reviewers at once: one decides, the other is told', async () => {
    const id = await aWish()
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

describe('a wish that touches the date of birth', () => {
  test('is an admin’s: a reviewer neither sees nor decides it', async () => {
    const id = await aWish({ bornOn: '1990-05-16' })
    const mine = (list: { id: string }[]) => list.filter((wish) => wish.id === id)
    expect(mine(await listCorrections(reviewer))).toEqual([])
    await expect(decideCorrection(reviewer, id, true, at)).rejects.toThrow(refusal('notAllowed'))
    expect(mine(await listCorrections(admin))).toMatchObject([
      { born: { from: '1990-05-17', to: '1990-05-16' }, why: 'An e is missing.' },
    ])
    await decideCorrection(admin, id, true, at)
    expect(await person()).toMatchObject({ bornOn: '1990-05-16' })
  })

  test('a reviewer’s list of names holds no date of birth', async () => {
    const id = await aWish()
    const listed = (await listCorrections(reviewer)).find((wish) => wish.id === id)
    expect(listed).toMatchObject({ from: { firstName: 'Ann' }, to: { firstName: 'Anne' }, born: null })
    expect(JSON.stringify(listed)).not.toContain('1990')
  })
})

test('as many are listed as are asked for, the oldest first', async () => {
  await aWish()
  member = await aMember(db)
  await aWish()
  const all = await listCorrections(admin, db, 1000)
  expect(all.length).toBeGreaterThan(1)
  expect(await listCorrections(admin, db, 1)).toEqual(all.slice(0, 1))
})

describe('who may not', () => {
  test('whose own data it is: not listed, not decided', async () => {
    const { ownMemberId } = member
    const id = await aWish()
    for (const self of [await aReviewer(db, { ownMemberId }), await anAdmin(db, { ownMemberId })]) {
      expect((await listCorrections(self)).map((wish) => wish.id)).not.toContain(id)
      await expect(decideCorrection(self, id, true, at)).rejects.toThrow(refusal('ownCorrection'))
    }
    expect(await countCorrections(await aReviewer(db))).toBe((await listCorrections(reviewer)).length)
  })

  test('a member: that does not compile', () => {
    expectTypeOf(decideCorrection).parameter(0).toEqualTypeOf<Reviewer>()
    expectTypeOf(listCorrections).parameter(0).toEqualTypeOf<Reviewer>()
  })

  test('what is malformed or nobody’s is not found', async () => {
    for (const id of ['', 'x', crypto.randomUUID()]) {
      await expect(decideCorrection(admin, id, true, at)).rejects.toThrow(refusal('notFound'))
    }
  })
})
