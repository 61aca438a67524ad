import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, alerts, alertWatch, logActs, logEntries, mails } from '@/db/schema'
import { aDeskIn, logChecks } from '@/testing/alerts'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { HOUR, UNUSUAL_MINIMUM } from '../rules'
import { raiseAlerts } from './raise'

const { db, as } = testDatabase()
const MINUTE = 60_000
const DAY = 24 * HOUR
// Noon in Berlin, in winter, ten days later in each test, so that no test sees the rows of another.
let noon = new Date('2025-11-05T11:00:00Z')
beforeAll(() => seedProgramme(as.owner))
beforeEach(async () => {
  noon = new Date(noon.getTime() + 10 * DAY)
  await as.owner.delete(alertWatch)
})

const at = (ms: number) => new Date(noon.getTime() + ms)
const every = (count: number, from = -HOUR, step = MINUTE) =>
  Array.from({ length: count }, (_, index) => at(from + index * step))
// As the worker, whose login may do no more than this.
const raise = (moment = noon) => raiseAlerts(moment, as.worker)
const about = (who: { id: string }) =>
  db.select().from(alerts).where(eq(alerts.accountId, who.id)).orderBy(alerts.at)
const kinds = async (who: { id: string }) => (await about(who)).map(({ kind }) => kind)
const hamburg = () => aDeskIn(as.owner, 'DE', 'Europe/Berlin')
const miss = { hit: false }

describe('an alert', () => {
  test('is a row, a line of the log and a mail to every enabled admin, once, by no matter how many runs', async () => {
    const [admin, gone, desk] = [await anAdmin(db), await anAdmin(db), await hamburg()]
    await db.update(accounts).set({ disabledAt: noon }).where(eq(accounts.id, gone.id))
    await logChecks(db, desk, every(UNUSUAL_MINIMUM))
    await Promise.all([raise(), raise()])
    await raise(at(5 * MINUTE))
    const [alert, ...more] = await about(desk)
    expect(more).toEqual([])
    expect(alert).toMatchObject({
      kind: 'many-checks',
      centreId: desk.centreId,
      details: { count: UNUSUAL_MINIMUM, usual: 0 },
    })
    const rows = await db
      .select()
      .from(logEntries)
      .where(eq(logEntries.subjectId, String(alert?.id)))
    expect(rows).toMatchObject([{ action: 'alert.raised', actorId: null, centreId: desk.centreId }])
    const sent = await db.select().from(mails).where(sql`${mails.about}->>'alert' = ${alert?.id}`)
    expect(sent.filter(({ accountId }) => accountId === admin.id)).toHaveLength(1)
    expect(sent.map(({ accountId }) => accountId)).not.toContain(gone.id)
  })

  test('is raised for what was checked while no worker ran', async () => {
    const desk = await hamburg()
    await raise(at(-5 * DAY))
    await logChecks(db, desk, every(UNUSUAL_MINIMUM, -3 * DAY))
    await logChecks(db, desk, every(3 * UNUSUAL_MINIMUM + 1, -DAY))
    await raise()
    expect(await kinds(desk)).toEqual(['many-checks', 'many-checks'])
  })

  test('is raised when the last check of a burst commits after a run that saw the others', async () => {
    const desk = await hamburg()
    await logChecks(db, desk, every(UNUSUAL_MINIMUM - 1))
    await raise(at(-10 * MINUTE))
    expect(await kinds(desk)).toEqual([])
    await logChecks(db, desk, [at(-20 * MINUTE)])
    await raise()
    expect(await kinds(desk)).toEqual(['many-checks'])
  })
})

describe('many checks', () => {
  test('are compared with the person’s own last 28 days', async () => {
    const [busy, calm] = [await hamburg(), await hamburg()]
    for (const ago of [1, 2, 5, 28]) await logChecks(db, busy, every(15, -ago * DAY))
    await logChecks(db, busy, every(100, -29 * DAY))
    await logChecks(db, calm, every(5, -2 * DAY))
    for (const desk of [busy, calm]) await logChecks(db, desk, every(45, -90 * MINUTE))
    await raise()
    expect(await kinds(busy)).toEqual([])
    expect((await about(calm)).map(({ details }) => details)).toEqual([{ count: 45, usual: 5 }])
    await logChecks(db, busy, [noon])
    await raise()
    expect((await about(busy)).map(({ details }) => details)).toEqual([{ count: 46, usual: 15 }])
  })

  test('are counted by the centre’s own day', async () => {
    const tokyo = await aDeskIn(as.owner, 'JP', 'Asia/Tokyo')
    await logChecks(db, tokyo, every(12, -20 * HOUR)) // 0 o'clock of today in Tokyo, yesterday in Berlin
    await logChecks(db, tokyo, every(12, -12 * HOUR))
    await raise()
    expect(await kinds(tokyo)).toContain('many-checks')
  })
})

describe('the night', () => {
  test('is that of the centre, and raises one alert per person', async () => {
    const [tokyo, berlin] = [await aDeskIn(as.owner, 'JP', 'Asia/Tokyo'), await hamburg()]
    await logChecks(db, tokyo, [at(HOUR + 59 * MINUTE), at(2 * HOUR), at(9 * HOUR)]) // 21:59, 22:00 and 5:00
    await logChecks(db, berlin, [at(2 * HOUR), at(9 * HOUR)]) // 14:00 and 21:00
    await raise(at(4 * HOUR))
    await raise(at(12 * HOUR))
    expect((await about(tokyo)).map((one) => [one.kind, one.at])).toEqual([['night', at(2 * HOUR)]])
    expect(await kinds(berlin)).toEqual([])
    await logChecks(db, berlin, [at(34 * HOUR), at(35 * HOUR), at(41 * HOUR)]) // 22:00, 23:00 and 5:00
    await raise(at(44 * HOUR))
    expect((await about(berlin)).map((one) => [one.kind, one.at])).toEqual([['night', at(34 * HOUR)]])
  })
})

describe('two countries', () => {
  test('within exactly 24 hours, and not a millisecond later', async () => {
    const [there, here] = [await aDeskIn(as.owner, 'JP', 'Asia/Tokyo'), await hamburg()]
    const [one, two] = [await aMember(db), await aMember(db)]
    await logChecks(db, here, [at(-DAY)], { memberId: one.ownMemberId })
    await logChecks(db, here, [at(-DAY - 1)], { memberId: two.ownMemberId })
    await raise(at(-DAY / 2))
    for (const { ownMemberId: memberId } of [one, two]) await logChecks(db, there, [noon], { memberId })
    await raise()
    const raised = await about(there)
    expect(raised).toMatchObject([
      {
        kind: 'two-countries',
        memberId: one.ownMemberId,
        at: noon,
        details: { country: 'JP', earlier: { country: 'DE', accountId: here.id } },
      },
    ])
  })

  test('raise one alert per member and day, no matter how often the country changes', async () => {
    const [there, here] = [await aDeskIn(as.owner, 'JP', 'Asia/Tokyo'), await hamburg()]
    const { ownMemberId: memberId } = await aMember(db)
    for (const [index, desk] of [here, there, here, there].entries())
      await logChecks(db, desk, [at(-4 * HOUR + index * HOUR)], { memberId })
    await raise()
    await logChecks(db, here, [at(MINUTE)], { memberId })
    await raise(at(2 * MINUTE))
    expect(await db.select().from(alerts).where(eq(alerts.memberId, memberId))).toHaveLength(1)
  })

  test('two centres of one country are one', async () => {
    const { ownMemberId: memberId } = await aMember(db)
    for (const desk of [await hamburg(), await hamburg()]) await logChecks(db, desk, [noon], { memberId })
    await raise()
    expect(await db.select().from(alerts).where(eq(alerts.memberId, memberId))).toEqual([])
  })
})

describe('misses', () => {
  test('of one person: five within an hour, mistyped ones not counted', async () => {
    const [guessing, clumsy, slow] = [await hamburg(), await hamburg(), await hamburg()]
    await logChecks(db, guessing, every(5), miss)
    await logChecks(db, clumsy, every(4), miss)
    await logChecks(db, clumsy, every(5), { ...miss, reason: 'mistyped' })
    await logChecks(db, slow, every(5, -HOUR - 1, HOUR / 4), miss)
    await raise()
    expect(await kinds(guessing)).toEqual(['many-misses'])
    expect(await kinds(clumsy)).toEqual([])
    expect(await kinds(slow)).toEqual([])
  })

  test('of a centre: twenty in one of its days, by anyone', async () => {
    const desk = await hamburg()
    const people = await Promise.all(Array.from({ length: 5 }, hamburg))
    const atCentre = people.map((one) => ({ ...one, centreId: desk.centreId }))
    for (const one of atCentre) await logChecks(db, one, every(4, -5 * HOUR, HOUR), miss)
    await raise()
    const raised = await db.select().from(alerts).where(eq(alerts.centreId, desk.centreId))
    expect(raised).toMatchObject([{ kind: 'centre-misses', accountId: null, details: { count: 20 } }])
    for (const one of atCentre) expect(await kinds(one)).toEqual([])
  })

  test('of a centre: nineteen are not enough', async () => {
    const desk = await hamburg()
    await logChecks(db, desk, every(19, -5 * HOUR, 15 * MINUTE), miss)
    await raise()
    expect(await kinds(desk)).toEqual([])
    expect(await db.select().from(alerts).where(eq(alerts.centreId, desk.centreId))).toEqual([])
  })
})

test('a pause at the desk is an alert, each pause its own', async () => {
  const desk = await hamburg()
  const { id: actorId, centreId, country } = desk
  const pause = { actorId, actorRole: 'desk', action: 'desk.paused', centreId, country } as const
  await db.insert(logActs).values([at(-3 * HOUR), at(-HOUR)].map((moment) => ({ ...pause, at: moment })))
  await raise()
  await raise(at(MINUTE))
  expect(await kinds(desk)).toEqual(['paused', 'paused'])
})
