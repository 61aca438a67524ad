import { and, eq, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { connect } from '@/db/client'
import { decisions, logEntries, memberships, registrations, statusChanges, terms } from '@/db/schema'
import type { Desk, Member, Reviewer } from '@/lib/actor'
import { env } from '@/lib/env'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin, aReviewer } from '@/testing/people'
import {
  anInvoice,
  aReason,
  aRegistration,
  decisionsOn,
  mailsTo,
  manyRegistrations,
  registrationOf,
} from '@/testing/reviews'
import { askAgain, refusePurchase, verifyPurchase } from './decide'

const { db } = testDatabase()
const joined = new Date('2026-03-01T09:00:00Z')
const at = new Date('2026-11-20T10:00:00Z')
const refusal = (reason: string, field?: string) => expect.objectContaining({ reason, field })

let member: Member
let reviewer: Reviewer
beforeEach(async () => {
  member = await aMember(db, {}, joined)
  reviewer = await aReviewer(db)
})

const membershipOf = async ({ ownMemberId }: Member) => {
  const [row] = await db.select().from(memberships).where(eq(memberships.memberId, ownMemberId))
  if (!row) throw new Error('no membership')
  return row
}

describe('verifying a purchase', () => {
  test('changes the state, records who and when, and notifies the member', async () => {
    const seen = await aRegistration(db, member)
    await verifyPurchase(reviewer, seen, at)

    const row = await registrationOf(db, seen)
    expect(row).toMatchObject({ state: 'verified', waitingSince: null, decidedAt: at })
    const [decision] = await decisionsOn(db, seen)
    expect(decision).toMatchObject({ outcome: 'verified', by: reviewer.id, at, invoiceId: seen.invoice })
    expect(await mailsTo(db, member)).toContainEqual({
      template: 'purchase-verified',
      about: { decision: decision?.id },
    })
    const logged = await db.select().from(logEntries).where(eq(logEntries.subjectId, seen.id))
    expect(logged).toMatchObject([
      {
        action: 'purchase.verified',
        actorId: reviewer.id,
        actorRole: 'reviewer',
        memberId: member.ownMemberId,
      },
    ])
  })

  test('raises the status to Silver at once with the third product, of which one is a camera', async () => {
    for (const model of ['S-R2060', 'S-S50', 'DC-S5M2']) {
      expect((await membershipOf(member)).status).toBe('red')
      await verifyPurchase(reviewer, await aRegistration(db, member, { model }), at)
    }
    expect((await membershipOf(member)).status).toBe('silver')
    const changes = await db
      .select()
      .from(statusChanges)
      .where(eq(statusChanges.memberId, member.ownMemberId))
    expect(changes.map(({ from, to }) => [from, to])).toEqual([
      [null, 'red'],
      ['red', 'silver'],
    ])
  })

  test('counts only what qualifies', async () => {
    for (const model of ['S-R2060', 'DC-S5M2', 'DMC-GH4']) {
      await verifyPurchase(reviewer, await aRegistration(db, member, { model }), at)
    }
    expect((await membershipOf(member)).status).toBe('red')
  })

  test('starts a new term, the first time only', async () => {
    expect(await membershipOf(member)).toMatchObject({ startsOn: '2026-03-01', firstVerifiedOn: null })
    await verifyPurchase(reviewer, await aRegistration(db, member), at)
    const redated = { startsOn: '2026-11-20', expiresOn: '2027-11-19', firstVerifiedOn: '2026-11-20' }
    expect(await membershipOf(member)).toMatchObject(redated)
    await verifyPurchase(reviewer, await aRegistration(db, member), new Date('2026-12-05T10:00:00Z'))
    expect(await membershipOf(member)).toMatchObject(redated)
    expect(await db.select().from(terms).where(eq(terms.memberId, member.ownMemberId))).toHaveLength(2)
  })

  test('needs rendered pages', async () => {
    for (const state of ['received', 'unreadable'] as const) {
      const seen = await aRegistration(db, member, { invoice: await anInvoice(db, member, { state }) })
      await expect(verifyPurchase(reviewer, seen, at)).rejects.toThrow(refusal('pagesNotReady'))
      expect((await registrationOf(db, seen)).state).toBe('pending')
    }
  })
})

describe('asking again and refusing', () => {
  test('asking needs a reason and takes a sentence, and the member gets both', async () => {
    const seen = await aRegistration(db, member)
    const reason = await aReason(db, 'ask')
    await askAgain(reviewer, { ...seen, reason, sentence: 'Page 2, please.' }, at)
    expect((await registrationOf(db, seen)).state).toBe('needs_attention')
    const [decision] = await decisionsOn(db, seen)
    expect(decision).toMatchObject({
      outcome: 'needs_attention',
      reasonId: reason,
      sentence: 'Page 2, please.',
    })
    expect(await mailsTo(db, member)).toContainEqual({
      template: 'purchase-asked',
      about: { decision: decision?.id },
    })
  })

  test('refusing needs no sentence', async () => {
    const seen = await aRegistration(db, member)
    await refusePurchase(reviewer, { ...seen, reason: await aReason(db, 'refuse') }, at)
    expect((await registrationOf(db, seen)).state).toBe('refused')
    const [decision] = await decisionsOn(db, seen)
    expect(decision).toMatchObject({ outcome: 'refused', sentence: null })
    expect((await mailsTo(db, member)).map(({ template }) => template)).toContain('purchase-refused')
  })

  test('a reason has to be on the list, and of the right kind', async () => {
    const seen = await aRegistration(db, member)
    for (const reason of [await aReason(db, 'refuse'), crypto.randomUUID(), 'x']) {
      await expect(askAgain(reviewer, { ...seen, reason }, at)).rejects.toThrow(
        refusal('reasonGone', 'reason'),
      )
    }
    expect((await registrationOf(db, seen)).state).toBe('pending')
  })

  test('neither raises the status nor changes the term', async () => {
    const before = await membershipOf(member)
    await refusePurchase(
      reviewer,
      { ...(await aRegistration(db, member)), reason: await aReason(db, 'refuse') },
      at,
    )
    expect(await membershipOf(member)).toEqual(before)
  })
})

describe('refused', () => {
  const decideAll = (who: Reviewer, seen: { id: string; invoice: string }) => [
    verifyPurchase(who, seen, at),
    askAgain(who, { ...seen, reason: crypto.randomUUID() }, at),
    refusePurchase(who, { ...seen, reason: crypto.randomUUID() }, at),
  ]
  const expectRefused = async (who: Reviewer, seen: { id: string; invoice: string }, reason: string) => {
    for (const { status, ...rest } of await Promise.allSettled(decideAll(who, seen))) {
      expect([status, 'reason' in rest && rest.reason.reason]).toEqual(['rejected', reason])
    }
    expect((await registrationOf(db, seen)).state).toBe('pending')
    expect(await decisionsOn(db, seen)).toHaveLength(0)
  }

  test('a member or a desk: does not compile', () => {
    for (const decide of [verifyPurchase, askAgain, refusePurchase])
      expectTypeOf(decide).parameter(0).toEqualTypeOf<Reviewer>()
    expectTypeOf<Member>().not.toExtend<Reviewer>()
    expectTypeOf<Desk>().not.toExtend<Reviewer>()
  })

  test('one’s own purchase, for reviewer and admin', async () => {
    const seen = await aRegistration(db, member)
    const { ownMemberId } = member
    await expectRefused(await aReviewer(db, { ownMemberId }), seen, 'ownPurchase')
    await expectRefused(await anAdmin(db, { ownMemberId }), seen, 'ownPurchase')
  })

  test('one’s own refusal, after an appeal; a colleague may decide', async () => {
    const seen = await aRegistration(db, member)
    await refusePurchase(reviewer, { ...seen, reason: await aReason(db, 'refuse') }, at)
    const again = { state: 'pending', waitingSince: at, appealedAt: at } as const
    await db.update(registrations).set(again).where(eq(registrations.id, seen.id))
    await expect(verifyPurchase(reviewer, seen, at)).rejects.toThrow(refusal('ownRefusal'))
    await verifyPurchase(await aReviewer(db), seen, at)
    expect((await decisionsOn(db, seen)).map(({ outcome }) => outcome)).toEqual(['refused', 'verified'])
  })

  test('a malformed or unknown id is not found', async () => {
    const { invoice } = await aRegistration(db, member)
    for (const id of ['', 'x', "' or 1=1", crypto.randomUUID()]) {
      await expect(verifyPurchase(reviewer, { id, invoice }, at)).rejects.toThrow(refusal('notFound'))
    }
    await expect(verifyPurchase(reviewer, { id: crypto.randomUUID(), invoice: '7' }, at)).rejects.toThrow(
      refusal('notFound'),
    )
  })
})

describe('too late', () => {
  test('the second reviewer is refused, and changes nothing', async () => {
    const seen = await aRegistration(db, member)
    await refusePurchase(reviewer, { ...seen, reason: await aReason(db, 'refuse') }, at)
    await expect(verifyPurchase(await aReviewer(db), seen, at)).rejects.toThrow(refusal('alreadyDecided'))
    expect((await registrationOf(db, seen)).state).toBe('refused')
    expect(await decisionsOn(db, seen)).toHaveLength(1)
  })

  test('a second click does not decide twice', async () => {
    const seen = await aRegistration(db, member)
    const clicks = await Promise.allSettled([1, 2, 3].map(() => verifyPurchase(reviewer, seen, at)))
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const click of clicks) {
      if (click.status === 'rejected') expect(click.reason).toEqual(refusal('alreadyDecided'))
    }
    expect(await decisionsOn(db, seen)).toHaveLength(1)
    expect(
      (await mailsTo(db, member)).filter(({ template }) => template === 'purchase-verified'),
    ).toHaveLength(1)
  })

  test('a decision about a file that was replaced is refused', async () => {
    const seen = await aRegistration(db, member)
    const invoiceId = await anInvoice(db, member)
    await db.update(registrations).set({ invoiceId }).where(eq(registrations.id, seen.id))
    await expect(verifyPurchase(reviewer, seen, at)).rejects.toThrow(refusal('fileChanged'))
    expect((await registrationOf(db, seen)).state).toBe('pending')
    await verifyPurchase(reviewer, { ...seen, invoice: invoiceId }, at)
  })

  test('what the member withdrew meanwhile is left alone', async () => {
    const seen = await aRegistration(db, member)
    await db
      .update(registrations)
      .set({ state: 'withdrawn', waitingSince: null })
      .where(eq(registrations.id, seen.id))
    await expect(verifyPurchase(reviewer, seen, at)).rejects.toThrow(refusal('withdrawnMeanwhile'))
  })
})

describe('a unit that two members registered', () => {
  const serialTyped = () => `XA${crypto.randomUUID().slice(0, 8)}`

  test('is verified for one of them only', async () => {
    const unit = { serialTyped: serialTyped() }
    await verifyPurchase(reviewer, await aRegistration(db, member, unit), at)
    const newcomer = await aMember(db, {}, joined)
    const seen = await aRegistration(db, newcomer, unit)
    await expect(verifyPurchase(reviewer, seen, at)).rejects.toThrow(refusal('unitTaken'))
    expect(await registrationOf(db, seen)).toMatchObject({ state: 'pending' })
    expect(await decisionsOn(db, seen)).toHaveLength(0)
  })

  test('of two reviewers at once exactly one succeeds', async () => {
    const unit = { serialTyped: serialTyped() }
    const rival = await aMember(db, {}, joined)
    const both = [await aRegistration(db, member, unit), await aRegistration(db, rival, unit)]
    const reviewers = [reviewer, await aReviewer(db)]
    const tries = await Promise.allSettled(
      both.map((seen, index) => verifyPurchase(reviewers[index] ?? reviewer, seen, at)),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(tries.find((one) => one.status === 'rejected')).toMatchObject({ reason: { reason: 'unitTaken' } })
    const states = await Promise.all(both.map(async (seen) => (await registrationOf(db, seen)).state))
    expect(states.sort()).toEqual(['pending', 'verified'])
  })
})

test('two products of one member verified at once both count', async () => {
  await verifyPurchase(reviewer, await aRegistration(db, member), at)
  const two = [await aRegistration(db, member), await aRegistration(db, member, { model: 'S-R2060' })]
  await Promise.all(two.map((seen) => verifyPurchase(reviewer, seen, at)))
  expect((await membershipOf(member)).status).toBe('silver')
})

test('1,000 approvals at once: each done once, none lost', { timeout: 90_000 }, async () => {
  const people = await Promise.all(Array.from({ length: 50 }, () => aMember(db, {}, joined)))
  const waiting = await manyRegistrations(db, people, 20)
  // A busy machine may be slow; what matters is that no request fails.
  const { db: pooledDb, pool } = connect(env().DATABASE_URL, 20)
  pool.options.connectionTimeoutMillis = 0
  const done = await Promise.allSettled(waiting.map((seen) => verifyPurchase(reviewer, seen, at, pooledDb)))
  await pool.end()

  expect(done.filter(({ status }) => status === 'rejected')).toEqual([])
  expect(await db.$count(decisions, eq(decisions.by, reviewer.id))).toBe(1000)
  const logged = and(eq(logEntries.actorId, reviewer.id), eq(logEntries.action, 'purchase.verified'))
  expect(await db.$count(logEntries, logged)).toBe(1000)
  const theirs = inArray(
    memberships.memberId,
    people.map(({ ownMemberId }) => ownMemberId),
  )
  expect(await db.$count(memberships, and(theirs, eq(memberships.status, 'platinum')))).toBe(50)
})
