import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decisions, logReads } from '@/db/schema'
import { listLog } from '@/lib/log-reading/queries'
import { appealRefusal } from '@/lib/registrations/commands/appeal'
import { askAgain, refusePurchase, verifyPurchase } from '@/lib/reviews/commands/decide'
import { listDecisions } from '@/lib/reviews/queries/decided'
import { addDays, berlinDate } from '@/lib/time'
import { testDatabase } from '@/testing/database'
import { aDesk, aMember, anAdmin, aReviewer } from '@/testing/people'
import { aReason, aRegistration } from '@/testing/reviews'
import { periodOf } from '../rules'
import { checksByCentre, checksByDay } from './checks'
import { decisionsByDay, decisionsByReason, timeToDecision } from './decisions'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const hours = (count: number) => new Date(at.getTime() - count * 3_600_000)
const month = periodOf(30, '2026-11-20')

test('an empty portal has no figures, and no errors', async () => {
  const admin = await anAdmin(db)
  expect(await timeToDecision(admin, month)).toEqual({ count: 0, median: null, p90: null })
  for (const figures of [decisionsByDay, decisionsByReason, checksByDay, checksByCentre])
    expect(await figures(admin, month)).toEqual([])
})

test('decisions by day and reason, and how long the members waited', async () => {
  const admin = await anAdmin(db)
  const [reviewer, other, member] = [
    await aReviewer(db),
    await aReviewer(db),
    await aMember(db, {}, hours(2000)),
  ]
  const sent = (ago: number) => aRegistration(db, member, { createdAt: hours(ago), waitingSince: hours(ago) })
  const [refuse, ask] = [await aReason(db, 'refuse'), await aReason(db, 'ask')]
  await verifyPurchase(reviewer, await sent(10), at)
  await verifyPurchase(reviewer, await sent(20), at)
  await askAgain(reviewer, { ...(await sent(64)), reason: ask }, hours(24))
  const refused = await sent(30)
  await refusePurchase(reviewer, { ...refused, reason: refuse }, hours(25))
  await appealRefusal(member, refused.id, 'It is mine.', hours(2), db)
  await refusePurchase(other, { ...refused, reason: refuse }, at)
  await verifyPurchase(reviewer, await sent(1000), hours(31 * 24))

  // 2, 5, 10, 20, 40 hours
  expect(await timeToDecision(admin, month)).toEqual({ count: 5, median: 10, p90: 32 })
  expect(await decisionsByDay(admin, month)).toEqual([
    { day: '2026-11-20', verified: 2, needs_attention: 0, refused: 1 },
    { day: '2026-11-19', verified: 0, needs_attention: 1, refused: 1 },
  ])
  const reasons = await decisionsByReason(admin, month)
  expect(reasons).toMatchObject([
    { outcome: 'verified', reason: null, count: 2 },
    { outcome: 'refused', reason: refuse, count: 2 },
    { outcome: 'needs_attention', reason: ask, count: 1 },
  ])

  const all = await listDecisions(admin, month)
  expect(all.decisions).toHaveLength(5)
  for (const { outcome, reason, count } of reasons) {
    const conditions = { ...month, outcome: outcome as 'verified', reason: reason ?? undefined }
    expect((await listDecisions(admin, conditions)).decisions).toHaveLength(count)
  }
  const day = { from: '2026-11-19', to: '2026-11-19' }
  expect((await listDecisions(admin, day)).decisions.map(({ outcome }) => outcome).sort()).toEqual([
    'needs_attention',
    'refused',
  ])
  const after = await listDecisions(admin, { ...month, before: all.decisions[1]?.id })
  expect(after.decisions.map(({ id }) => id)).toEqual(all.decisions.slice(2).map(({ id }) => id))
})

test('checks by day, centre and country are those of the log', async () => {
  const admin = await anAdmin(db)
  const desks = [await aDesk(as.owner), await aDesk(as.owner)]
  const check = fc.record({
    desk: fc.constantFrom(...desks),
    ago: fc.nat(40 * 24),
    hit: fc.boolean(),
    country: fc.constantFrom('JP', 'DE'), // a centre may have moved
  })
  const inserted = fc.sample(check, { seed: 3, numRuns: 45 })
  await db.insert(logReads).values(
    inserted.map(({ desk, ago, hit, country }) => ({
      at: hours(ago),
      actorId: desk.id,
      actorRole: 'desk' as const,
      action: 'card.checked' as const,
      centreId: desk.centreId,
      country,
      hit,
    })),
  )
  const within = inserted.filter(({ ago }) => berlinDate(hours(ago)) >= month.from)
  const days = await checksByDay(admin, month)
  for (const { day, found, missed } of days) {
    const then = within.filter(({ ago }) => berlinDate(hours(ago)) === day)
    expect([day, found, missed]).toEqual([
      day,
      then.filter(({ hit }) => hit).length,
      then.filter(({ hit }) => !hit).length,
    ])
  }
  const centres = await checksByCentre(admin, month)
  expect(centres.reduce((sum, { checks }) => sum + checks, 0)).toBe(within.length)
  for (const { id, country, checks, misses } of centres) {
    const conditions = { action: 'card.checked', centre: id ?? '', country: country ?? '', ...month } as const
    expect((await listLog(admin, conditions)).entries).toHaveLength(checks)
    expect((await listLog(admin, { ...conditions, hit: 'no' })).entries).toHaveLength(misses)
  }
})

test('with many decisions a period is read through the index', async () => {
  const member = await aMember(db, {}, hours(2000))
  const { id, invoice } = await aRegistration(db, member)
  const reviewer = await aReviewer(db)
  await as.owner.execute(sql`
    insert into decisions (registration_id, invoice_id, outcome, by, at, waited_since)
    select ${id}, ${invoice}, 'verified', ${reviewer.id}, ${at.toISOString()}::timestamptz - interval '1 hour' * n, '2020-01-01'
      from generate_series(1, 20000) n`)
  await as.owner.execute('analyze decisions')
  const week = { from: addDays(month.to, -6), to: month.to }
  const found = decisionsByReason(await anAdmin(db), week)
  const { rows } = await db.execute(sql`explain ${found}`)
  expect(JSON.stringify(rows)).toContain('decisions_answers')
  expect(await db.$count(decisions)).toBeGreaterThan(20_000)
})
