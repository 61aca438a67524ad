import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { registrations } from '@/db/schema'
import type { Member, Reviewer } from '@/lib/actor'
import { WORK_ROWS } from '@/lib/paging'
import { testDatabase } from '@/testing/database'
import { aMember, aReviewer } from '@/testing/people'
import { anInvoice, aReason, aRegistration } from '@/testing/reviews'
import { refusePurchase, verifyPurchase } from '../commands/decide'
import { isWaiting, listWaiting, nextItem, waitingSummary } from './queue'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const day = (number: number) => new Date(Date.UTC(2026, 9, number, 9))

let member: Member
let reviewer: Reviewer
beforeEach(async () => {
  // An empty queue for each test.
  await db.update(registrations).set({ state: 'withdrawn', waitingSince: null })
  member = await aMember(db, { surname: 'Brontë', country: 'IE' })
  reviewer = await aReviewer(db)
})

describe('the queue', () => {
  test('lists files, not products, the longest waiting first', async () => {
    const invoice = await anInvoice(db, member)
    await aRegistration(db, member, { invoice, waitingSince: day(5) })
    await aRegistration(db, member, { invoice, waitingSince: day(2) })
    const second = await aRegistration(db, member, { waitingSince: day(3) })
    const decided = await aRegistration(db, member, { waitingSince: day(1) })
    await verifyPurchase(reviewer, decided, at)

    const list = await listWaiting(reviewer)
    expect(list).toMatchObject([
      { id: invoice, products: 2, waitingSince: day(2), surname: 'Brontë', country: 'IE', decidable: true },
      { id: second.invoice, products: 1, waitingSince: day(3), appeals: 0 },
    ])
    expect(await waitingSummary(reviewer)).toEqual({ items: 2, more: false, oldest: day(2) })
  })

  test('is empty when nothing waits', async () => {
    expect(await listWaiting(reviewer)).toEqual([])
    expect(await waitingSummary(reviewer)).toEqual({ items: 0, more: false, oldest: null })
    expect(await nextItem(reviewer, crypto.randomUUID(), null)).toBeNull()
  })

  test('leaves out one’s own', async () => {
    await aRegistration(db, member)
    const self = await aReviewer(db, { ownMemberId: member.ownMemberId })
    expect(await listWaiting(self)).toEqual([])
    expect((await waitingSummary(self)).items).toBe(0)
    expect(await nextItem(self, crypto.randomUUID(), null)).toBeNull()
  })

  test('shows an appeal to the reviewer who refused as not decidable, and skips it', async () => {
    const seen = await aRegistration(db, member)
    await refusePurchase(reviewer, { ...seen, reason: await aReason(db, 'refuse') }, at)
    const again = { state: 'pending', waitingSince: at, appealedAt: at } as const
    await db.update(registrations).set(again).where(eq(registrations.id, seen.id))
    expect(await listWaiting(reviewer)).toMatchObject([{ appeals: 1, decidable: false }])
    expect(await listWaiting(await aReviewer(db))).toMatchObject([{ appeals: 1, decidable: true }])
    expect(await nextItem(reviewer, crypto.randomUUID(), null)).toBeNull()
    expect(await isWaiting(reviewer, seen.invoice)).toBe(false)
    expect(await isWaiting(await aReviewer(db), seen.invoice)).toBe(true)
  })

  test('is paged', async () => {
    for (let i = 0; i < WORK_ROWS + 2; i++) {
      await aRegistration(db, member, { waitingSince: new Date(day(1).getTime() + i * 1000) })
    }
    const [first, second] = [await listWaiting(reviewer, 1), await listWaiting(reviewer, 2)]
    expect([first.length, second.length]).toEqual([WORK_ROWS, 2])
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(WORK_ROWS + 2)
    expect(await listWaiting(reviewer, 3)).toEqual([])
  })

  test('continues with the next in line, then with the first', async () => {
    const [a, b, c] = [
      await aRegistration(db, member, { waitingSince: day(1) }),
      await aRegistration(db, member, { waitingSince: day(2) }),
      await aRegistration(db, member, { waitingSince: day(3) }),
    ]
    expect(await nextItem(reviewer, b.invoice, day(2))).toBe(c.invoice)
    expect(await nextItem(reviewer, c.invoice, day(3))).toBe(a.invoice)
  })

  test('is not for a member: does not compile', () => {
    for (const ask of [listWaiting, waitingSummary, nextItem])
      expectTypeOf(ask).parameter(0).toEqualTypeOf<Reviewer>()
  })
})

test('the reasons are in order, and a second seeding changes none', async () => {
  const { listReasons } = await import('./reasons')
  const { seedReasons } = await import('@/bin/seed/reasons')
  const before = await listReasons(reviewer)
  await seedReasons(as.owner)
  expect(await listReasons(reviewer)).toEqual(before)
  expect(new Set(before.map(({ kind }) => kind))).toEqual(new Set(['ask', 'refuse', 'end']))
  expect(before[0]?.texts.de).toMatch(/^Wir konnten/)
})
