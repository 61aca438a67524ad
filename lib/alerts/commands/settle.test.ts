import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { alerts, logEntries, memberships } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { brokenConstraint } from '@/lib/errors'
import { anAlert } from '@/testing/alerts'
import { testDatabase } from '@/testing/database'
import { aDesk, aMember, anAdmin } from '@/testing/people'
import { AlertSettlement } from '../input'
import { countOpenAlerts, findAlert, listAlerts } from '../queries/alerts'
import { settleAlert } from './settle'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
let admin: Admin
beforeAll(async () => {
  await seedProgramme(as.owner)
  admin = await anAdmin(db)
})

test('an alert is settled once, by the quicker of two, with a note that stays with it', async () => {
  const desk = await aDesk(as.owner)
  const id = await anAlert(as.owner, desk)
  const before = await countOpenAlerts(admin)
  const other = await anAdmin(db)
  const both = await Promise.allSettled([
    settleAlert(admin, { id, note: 'A fair' }, at),
    settleAlert(other, { id, note: 'A fair' }, at),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(settleAlert(admin, { id, note: 'Again' }, at)).rejects.toMatchObject({
    reason: 'alertSettled',
  })
  expect(await findAlert(admin, id)).toMatchObject({ note: 'A fair', settledAt: at, number: null })
  expect(await countOpenAlerts(admin)).toBe(before - 1)
  const rows = await db.select().from(logEntries).where(eq(logEntries.subjectId, id))
  expect(rows).toMatchObject([{ action: 'alert.settled', centreId: desk.centreId, reason: null }])
})

test('a missing alert is refused, and not found', async () => {
  const id = crypto.randomUUID()
  await expect(settleAlert(admin, { id, note: 'x' }, at)).rejects.toMatchObject({ reason: 'alertSettled' })
  expect(await findAlert(admin, id)).toBeNull()
})

test('the list separates open alerts from settled ones; a member is shown by number', async () => {
  const [desk, member] = [await aDesk(as.owner), await aMember(db)]
  const about = { kind: 'two-countries', memberId: member.ownMemberId } as const
  const [open, done] = [await anAlert(as.owner, desk, about), await anAlert(as.owner, desk)]
  await settleAlert(admin, { id: done, note: 'A fair' }, at)
  const ids = async (state: 'open' | 'settled') => (await listAlerts(admin, state)).alerts.map(({ id }) => id)
  expect(await ids('open')).toContain(open)
  expect(await ids('open')).not.toContain(done)
  expect(await ids('settled')).toContain(done)
  const [card] = await db.select().from(memberships).where(eq(memberships.memberId, member.ownMemberId))
  expect(await findAlert(admin, open)).toMatchObject({ number: card?.number })
})

test('the database accepts a settlement only as a whole, and a member only for two countries', async () => {
  const desk = await aDesk(as.owner)
  const id = await anAlert(as.owner, desk)
  const broken = (change: Partial<typeof alerts.$inferInsert>) =>
    as.owner
      .update(alerts)
      .set(change)
      .where(eq(alerts.id, id))
      .then(() => undefined, brokenConstraint)
  expect(await broken({ settledAt: at })).toBe('alerts_settled_whole')
  expect(await broken({ settledAt: at, settledBy: admin.id, note: ' ' })).toBe('alerts_note')
  expect(await broken({ memberId: 1 })).toBe('alerts_two_countries_have_member')
  await expect(db.update(alerts).set({ at }).where(eq(alerts.id, id))).rejects.toThrow()
})

test.each(['', '   ', 'x'.repeat(501)])('a note "%.5s" is invalid', (note) =>
  expect(AlertSettlement.safeParse({ id: crypto.randomUUID(), note }).success).toBe(false),
)
