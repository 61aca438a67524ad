import { expect, test } from 'vitest'
import { logEntries } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { aDesk, aMember, anAdmin, aReviewer } from '@/lib/auth/testing'
import { refusePurchase, verifyPurchase } from '@/lib/reviews/commands/decide'
import { aReason, aRegistration } from '@/lib/reviews/testing'
import { overview } from './queries'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const hours = (count: number) => new Date(at.getTime() - count * 3_600_000)

test('an empty portal has an overview', async () => {
  expect(await overview(await anAdmin(db), at)).toEqual({
    time: { median: null, p90: null },
    reasons: [],
    days: [],
    checks: [],
    joins: 0,
  })
})

test('counts decisions by day and reason, the time they took, joins, and checks by centre', async () => {
  const admin = await anAdmin(db)
  const [reviewer, desk] = [await aReviewer(db), await aDesk(as.owner)]
  const member = await aMember(db, {}, hours(100))
  await as.owner.execute("update members set created_at = now() - interval '400 days'")
  const sent = async (ago: number) =>
    aRegistration(db, member, { createdAt: hours(ago), waitingSince: hours(ago) })
  await verifyPurchase(reviewer, await sent(10), at)
  await verifyPurchase(reviewer, await sent(20), hours(0))
  const refused = { ...(await sent(30)), reason: await aReason(db, 'refuse') }
  await refusePurchase(reviewer, refused, at)
  const check = {
    actorId: desk.id,
    actorRole: 'desk',
    action: 'card.checked',
    centreId: desk.centreId,
  } as const
  await db.insert(logEntries).values([
    { ...check, at: hours(1), hit: true },
    { ...check, at: hours(2), hit: false },
    { ...check, at: hours(31 * 24), hit: true },
  ])
  const found = await overview(admin, at)
  expect(found.time).toEqual({ median: 20, p90: 28 })
  expect(found.days).toEqual([{ day: '2026-11-20', verified: 2, asked: 0, refused: 1 }])
  expect(found.reasons).toMatchObject([
    { outcome: 'verified', reason: null, count: 2 },
    { outcome: 'refused', reason: { en: expect.any(String) }, count: 1 },
  ])
  expect(found.checks).toMatchObject([{ id: desk.centreId, country: 'JP', checks: 2, misses: 1 }])
  expect(found.joins).toBe(0)
})
