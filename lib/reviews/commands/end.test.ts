import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { memberships, registrations } from '@/db/schema'
import type { Member, Reviewer } from '@/lib/actor'
import { testDatabase } from '@/testing/database'
import { aMember, aReviewer } from '@/testing/people'
import { aReason, aRegistration, decisionsOn, mailsTo, registrationOf } from '@/testing/reviews'
import { verifyPurchase } from './decide'
import { verifyAfterEnding } from './end'

const { db } = testDatabase()
const joined = new Date('2026-03-01T09:00:00Z')
const at = new Date('2026-11-20T10:00:00Z')
const refusal = (reason: string, field?: string) => expect.objectContaining({ reason, field })

let reviewer: Reviewer
let holder: Member
let newcomer: Member
let held: { id: string; invoice: string }
let seen: { id: string; invoice: string; other: string; reason: string }
beforeEach(async () => {
  reviewer = await aReviewer(db)
  holder = await aMember(db, {}, joined)
  newcomer = await aMember(db, {}, joined)
  const unit = { serialTyped: `XC${crypto.randomUUID().slice(0, 8)}` }
  held = await aRegistration(db, holder, unit)
  await verifyPurchase(reviewer, held, at)
  const created = await aRegistration(db, newcomer, unit)
  seen = { ...created, other: held.id, reason: await aReason(db, 'end', 'end-sold') }
})

const states = async () => [
  (await registrationOf(db, held)).state,
  (await registrationOf(db, { id: seen.id })).state,
]

describe('verifying after ending the other registration', () => {
  test('sold: the unit changes hands in one step, and both are notified', async () => {
    await verifyAfterEnding(reviewer, { ...seen, sentence: 'The shop confirmed the sale.' }, at)
    expect(await states()).toEqual(['sold', 'verified'])
    const ended = (await decisionsOn(db, held)).at(-1)
    expect(ended).toMatchObject({
      outcome: 'sold',
      reasonId: seen.reason,
      sentence: 'The shop confirmed the sale.',
    })
    const verified = (await decisionsOn(db, seen)).at(-1)
    expect(verified).toMatchObject({ outcome: 'verified', reasonId: null, sentence: null })
    expect((await mailsTo(db, holder)).at(-1)).toEqual({
      template: 'registration-ended',
      about: { decision: ended?.id },
    })
    expect((await mailsTo(db, newcomer)).at(-1)).toEqual({
      template: 'purchase-verified',
      about: { decision: verified?.id },
    })
  })

  test('by mistake: the other one is refused, which its member may appeal', async () => {
    await verifyAfterEnding(reviewer, { ...seen, reason: await aReason(db, 'end', 'end-mistake') }, at)
    expect(await states()).toEqual(['refused', 'verified'])
    expect((await registrationOf(db, held)).appealedAt).toBeNull()
  })

  test('both statuses are recalculated; nobody falls within the term', async () => {
    for (const model of ['S-R2060', 'S-S50']) {
      await verifyPurchase(reviewer, await aRegistration(db, holder, { model }), at)
      await verifyPurchase(reviewer, await aRegistration(db, newcomer, { model }), at)
    }
    await verifyAfterEnding(reviewer, seen, at)
    const status = async ({ ownMemberId }: Member) =>
      (await db.select().from(memberships).where(eq(memberships.memberId, ownMemberId)))[0]?.status
    expect([await status(holder), await status(newcomer)]).toEqual(['silver', 'silver'])
  })
})

describe('it changes nothing', () => {
  const refuses = async (who: Reviewer, input: typeof seen, reason: ReturnType<typeof refusal>) => {
    const before = await states()
    await expect(verifyAfterEnding(who, input, at)).rejects.toThrow(reason)
    expect(await states()).toEqual(before)
    expect(await decisionsOn(db, held)).toHaveLength(1)
  }

  test('when either is the reviewer’s own', async () => {
    for (const { ownMemberId } of [holder, newcomer]) {
      await refuses(await aReviewer(db, { ownMemberId }), seen, refusal('ownPurchase'))
    }
  })

  test('for a member: does not compile', () => {
    expectTypeOf(verifyAfterEnding).parameter(0).toEqualTypeOf<Reviewer>()
  })

  test('when the other is of another unit, unknown, or malformed', async () => {
    const stranger = await aRegistration(db, await aMember(db, {}, joined))
    await verifyPurchase(reviewer, stranger, at)
    for (const other of [stranger.id, crypto.randomUUID(), 'x']) {
      await refuses(reviewer, { ...seen, other }, refusal('notFound'))
    }
  })

  test('without a reason that ends something', async () => {
    const reason = await aReason(db, 'refuse')
    await refuses(reviewer, { ...seen, reason }, refusal('reasonGone', 'reason'))
  })

  test('when the newcomer’s was decided meanwhile; the other is not ended either', async () => {
    const withdrawn = { state: 'withdrawn', waitingSince: null } as const
    await db.update(registrations).set(withdrawn).where(eq(registrations.id, seen.id))
    await refuses(reviewer, seen, refusal('withdrawnMeanwhile'))
  })

  test('when the other no longer blocks the unit', async () => {
    await db.update(registrations).set({ state: 'withdrawn' }).where(eq(registrations.id, held.id))
    await refuses(reviewer, seen, refusal('unitFree'))
  })
})

test('of two reviewers who both reassign the unit, one is refused', async () => {
  const rival = await aMember(db, {}, joined)
  const { serialTyped } = await registrationOf(db, held)
  const rivalInput = { ...seen, ...(await aRegistration(db, rival, { serialTyped })) }
  const colleague = await aReviewer(db)
  const tries = await Promise.allSettled([
    verifyAfterEnding(reviewer, seen, at),
    verifyAfterEnding(colleague, rivalInput, at),
  ])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'unitFree' } })
  expect((await registrationOf(db, held)).state).toBe('sold')
})
