import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { memberships, statusRules, statusRuleTiers } from '@/db/schema'
import type { Admin, Member } from '@/lib/actor'
import { addDays } from '@/lib/time'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { aRegistration } from '@/testing/reviews'
import { listAffected, simulatedMemberships, simulateRule } from './simulation'
import { listStatusRules } from './versions'

const { db, as } = testDatabase()
const JOINED = new Date('2026-06-15T10:00:00Z')
const DAY = '2026-07-01'
const RULE = {
  silver: { products: 3, cameras: 1 },
  gold: { products: 6, cameras: 2 },
  platinum: { products: 10, cameras: 2 },
}
const LOWER = { ...RULE, silver: { products: 1, cameras: 0 } }
const HIGHER = { ...RULE, silver: { products: 4, cameras: 1 } }

let admin: Admin
beforeAll(async () => {
  admin = await anAdmin(as.owner)
})

/** A member in a separate country, with a number of verified cameras. */
async function memberWithCameras(
  country: string,
  cameras: number,
  change: Partial<typeof memberships.$inferInsert> = {},
) {
  const member = await aMember(as.owner, { country }, JOINED)
  for (let n = 0; n < cameras; n++)
    await aRegistration(db, member, { state: 'verified', waitingSince: null, createdAt: JOINED })
  await db
    .update(memberships)
    .set({ status: 'red', ...change })
    .where(sql`member_id = ${member.ownMemberId}`)
  return member
}
const outcome = async (country: string, thresholds: typeof RULE, effectiveFrom = DAY) =>
  (await simulateRule(admin, { thresholds, effectiveFrom }, db)).filter((one) => one.country === country)
const affected = async ({ ownMemberId }: Member, thresholds: typeof RULE, effectiveFrom = DAY) => {
  const [row] = await db.select().from(memberships).where(sql`member_id = ${ownMemberId}`)
  const result = await listAffected(admin, { thresholds, effectiveFrom }, 1, 25, db)
  return result.affected.find(({ number }) => number === row?.number)
}

test('each version has its state: past, in force or coming', async () => {
  const [coming] = await as.owner.insert(statusRules).values({ effectiveFrom: '2029-09-01' }).returning()
  await as.owner
    .insert(statusRuleTiers)
    .values({ statusRulesId: String(coming?.id), status: 'silver', products: 4, cameras: 1 })
  const state = async (day: string) => (await listStatusRules(admin, day, db)).map((version) => version.state)
  expect(await state(DAY)).toEqual(['coming', 'inForce'])
  expect(await state('2029-09-01')).toEqual(['inForce', 'past'])
})

test('a rise is on the first day, and simulating changes nothing', async () => {
  const member = await memberWithCameras('SK', 2)
  expect(await outcome('SK', RULE)).toEqual([{ status: 'red', country: 'SK', rise: 0, stay: 1, fall: 0 }])
  expect(await outcome('SK', LOWER)).toEqual([{ status: 'red', country: 'SK', rise: 1, stay: 0, fall: 0 }])
  expect(await affected(member, LOWER)).toMatchObject({ from: 'red', to: 'silver', kind: 'rise', on: DAY })
  expect(await outcome('SK', RULE)).toEqual([{ status: 'red', country: 'SK', rise: 0, stay: 1, fall: 0 }])
})

test('a fall waits for the day after the term', async () => {
  const member = await memberWithCameras('SE', 3, { status: 'silver' })
  expect(await outcome('SE', HIGHER)).toEqual([
    { status: 'silver', country: 'SE', rise: 0, stay: 0, fall: 1 },
  ])
  expect(await affected(member, HIGHER)).toMatchObject({
    from: 'silver',
    to: 'red',
    kind: 'fall',
    on: addDays('2027-06-14', 1),
  })
})

test('members stay who would fall anyway, have a grant, or are subject to a later version at the end', async () => {
  const stays = (status: string, country: string) => [{ status, country, rise: 0, stay: 1, fall: 0 }]
  await memberWithCameras('CZ', 0, { status: 'silver' })
  expect(await outcome('CZ', HIGHER)).toEqual(stays('silver', 'CZ'))
  await memberWithCameras('IE', 3, { status: 'black', granted: 'black' })
  expect(await outcome('IE', HIGHER)).toEqual(stays('black', 'IE'))
  await memberWithCameras('AT', 3, { status: 'silver', startsOn: '2029-08-30', expiresOn: '2030-08-29' })
  expect(await outcome('AT', HIGHER, '2029-08-31')).toEqual(stays('silver', 'AT'))
})

test('only memberships and grants still valid on the day are counted', async () => {
  const member = await memberWithCameras('BE', 3, {
    status: 'silver',
    startsOn: '2025-06-30',
    expiresOn: '2026-06-29',
  })
  expect(await outcome('BE', HIGHER)).toEqual([])
  await db
    .update(memberships)
    .set({ startsOn: '2026-06-15', expiresOn: '2027-06-14', endedOn: DAY, endedReason: 'A test' })
    .where(sql`member_id = ${member.ownMemberId}`)
  expect(await outcome('BE', HIGHER)).toEqual([])
  await memberWithCameras('IT', 2, { status: 'black', granted: 'black', grantedUntil: '2026-06-30' })
  expect(await outcome('IT', LOWER)).toEqual([{ status: 'red', country: 'IT', rise: 1, stay: 0, fall: 0 }])
})

test('the simulation agrees with the actual statuses on the day', async () => {
  const [version] = await as.owner.insert(statusRules).values({ effectiveFrom: DAY }).returning()
  const statusRulesId = String(version?.id)
  const before = await listAffected(admin, { thresholds: LOWER, effectiveFrom: DAY }, 1, 25, db)
  await as.owner.insert(statusRuleTiers).values(
    (['silver', 'gold', 'platinum'] as const).map((status) => ({
      statusRulesId,
      status,
      ...LOWER[status],
    })),
  )
  for (const { number, to, kind, from } of before.affected) {
    const { rows } = await db.execute(
      sql`select programme.status_on(member_id, ${DAY}) as status from memberships where number = ${number}`,
    )
    expect(rows[0]?.status).toBe(kind === 'rise' ? to : from)
  }
  expect(before.affected.some(({ kind }) => kind === 'rise')).toBe(true)
})

test('one pass: the plan scans registrations once, never per member', async () => {
  const { rows } = await db.execute<{ 'QUERY PLAN': string }>(
    sql`explain ${await simulatedMemberships({ thresholds: RULE, effectiveFrom: DAY }, db)} select kind, count(*) from outcomes group by kind`,
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan.match(/Scan on registrations r\b/g)).toHaveLength(1)
  expect(plan).not.toMatch(/SubPlan/)
})
