import { eq, inArray } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, confirmationPeople, confirmations, logEntries, mails } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { aColleague, aLedCentre, aList } from '@/testing/confirmations'
import { testDatabase } from '@/testing/database'
import { anAdmin } from '@/testing/people'
import { confirmationOfCentre, countLateConfirmations, listConfirmationStates } from '../queries'
import { askForConfirmation } from './ask'

const { db, as } = testDatabase()
const first = new Date('2026-09-30T22:00:00Z') // midnight of 1 October in Berlin
const DAY = 86_400_000
/** In the small hours of a later day, whether the clock has been put back meanwhile or not. */
const after = (days: number) => new Date(first.getTime() + days * DAY + 3 * 3_600_000)
// As the worker, whose login may do no more than this.
const ask = (at: Date) => askForConfirmation(at, as.worker)
let admins: Admin[]
beforeAll(() => seedProgramme(as.owner))
beforeEach(async () => {
  await db
    .update(accounts)
    .set({ disabledAt: first })
    .where(inArray(accounts.role, ['desk', 'admin']))
  admins = [await anAdmin(db), await anAdmin(db)]
})

const newsMailedTo = async (id: string) =>
  (await db.select().from(mails).where(eq(mails.accountId, id)).orderBy(mails.createdAt)).map(
    ({ about }) => about.news,
  )
const lists = (centreId: string) =>
  db.select().from(confirmations).where(eq(confirmations.centreId, centreId))
const listed = async (centreId: string) =>
  (await confirmationOfCentre(admins[0] as Admin, centreId, first))?.people
    .map(({ accountId }) => accountId)
    .sort()

test('on the first day of a quarter the lead is asked about everybody who was there, once, no matter how many runs', async () => {
  const { lead, colleague, centreId } = await aLedCentre(as.owner)
  const leaver = await aColleague(as.owner, centreId)
  const newcomer = await aColleague(as.owner, centreId, first)
  await db.update(accounts).set({ disabledAt: first }).where(eq(accounts.id, leaver.id))
  await Promise.all([ask(first), ask(first)])
  await ask(after(1))
  expect(await listed(centreId)).toEqual([lead.id, colleague.id].sort())
  expect(await listed(centreId)).not.toContain(newcomer.id)
  expect(await newsMailedTo(lead.id)).toEqual(['asked'])
  expect(await newsMailedTo(String(admins[0]?.id))).toEqual([])
  const [list] = await lists(centreId)
  expect(list?.quarter).toBe('2026-10-01')
  const rows = await db
    .select()
    .from(logEntries)
    .where(eq(logEntries.subjectId, String(list?.id)))
  expect(rows).toMatchObject([{ action: 'confirmation.asked', centreId, actorId: null }])
})

test('a millisecond earlier it is still the quarter before, and a run weeks late creates the list of its own quarter', async () => {
  const { centreId } = await aLedCentre(as.owner)
  await ask(new Date(first.getTime() - 1))
  await ask(after(60))
  expect((await lists(centreId)).map(({ quarter }) => quarter).sort()).toEqual(['2026-07-01', '2026-10-01'])
})

test('a centre where nobody was there before gets no list', async () => {
  const { centreId, lead, colleague } = await aLedCentre(as.owner)
  await db
    .update(accounts)
    .set({ createdAt: first })
    .where(inArray(accounts.id, [lead.id, colleague.id]))
  await ask(first)
  expect(await lists(centreId)).toEqual([])
})

test('without a lead, or with one who is disabled, all admins are asked', async () => {
  await aLedCentre(as.owner, { led: false })
  const { lead } = await aLedCentre(as.owner)
  await db.update(accounts).set({ disabledAt: first }).where(eq(accounts.id, lead.id))
  await ask(first)
  for (const { id } of admins) expect(await newsMailedTo(id)).toEqual(['asked', 'asked'])
  expect(await newsMailedTo(lead.id)).toEqual([])
})

test('after 14 days one reminder, after 28 the admins are notified, each once', async () => {
  const { lead, centreId } = await aLedCentre(as.owner)
  await ask(first)
  await ask(after(13))
  expect(await newsMailedTo(lead.id)).toEqual(['asked'])
  await Promise.all([ask(after(14)), ask(after(14))])
  await ask(after(27))
  expect(await newsMailedTo(lead.id)).toEqual(['asked', 'reminded'])
  const [admin, other] = admins as [Admin, Admin]
  expect(await countLateConfirmations(admin, after(27))).toBe(0)
  await Promise.all([ask(after(28)), ask(after(28))])
  await ask(after(40))
  expect(await newsMailedTo(lead.id)).toEqual(['asked', 'reminded'])
  for (const { id } of [admin, other]) expect(await newsMailedTo(id)).toEqual(['late'])
  expect((await listConfirmationStates(admin, [centreId], after(28))).get(centreId)).toMatchObject({
    state: 'late',
    all: 2,
    open: 2,
  })
  expect(await countLateConfirmations(admin, after(28))).toBe(1)
})

test('a list that is answered, or whose people have gone, is not asked about again', async () => {
  const one = await aLedCentre(as.owner)
  const { list } = await aList(as.owner, one.centreId, [one.lead, one.colleague], first)
  await db
    .update(confirmationPeople)
    .set({ answer: 'confirmed', answeredBy: one.lead.id, answeredAt: first })
    .where(eq(confirmationPeople.accountId, one.lead.id))
  await db.update(accounts).set({ disabledAt: first }).where(eq(accounts.id, one.colleague.id))
  await ask(after(30))
  expect(await newsMailedTo(one.lead.id)).toEqual([])
  expect(await db.select().from(confirmations).where(eq(confirmations.id, list))).toMatchObject([
    { remindedAt: null, lateAt: null },
  ])
  const states = await listConfirmationStates(admins[0] as Admin, [one.centreId], after(30))
  expect(states.get(one.centreId)?.state).toBe('done')
})
