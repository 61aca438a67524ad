import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { memberCounts, memberships, statusChanges } from '@/db/schema'
import { STATUSES, type Status } from '@/lib/lists'
import { listMembers, membersQuery } from '@/lib/members/queries/search'
import { addDays, berlinDate } from '@/lib/time'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { countMembers } from '../commands/count-members'
import { monthEnds } from '../rules'
import { countExpiries, countJoins, expiringQuery, memberHistory, movesSinceQuery } from './members'

const { db, as } = testDatabase()
const today = '2026-11-20'
const at = new Date(`${today}T10:00:00Z`)

beforeEach(deleteEverybody)

async function deleteEverybody() {
  await as.owner.execute('delete from members')
  await as.owner.execute('delete from member_counts')
}

/** One member's history: when they joined, how the status changed since, and when it ended, in days before today. */
type History = {
  country: string
  joined: number
  changes: { ago: number; to: Status }[]
  ended: number | null
}

const history: fc.Arbitrary<History> = fc.record({
  country: fc.constantFrom('DE', 'FR', 'PL'),
  joined: fc.integer({ min: 0, max: 310 }),
  changes: fc.array(fc.record({ ago: fc.integer({ min: 0, max: 310 }), to: fc.constantFrom(...STATUSES) }), {
    maxLength: 4,
  }),
  ended: fc.option(fc.integer({ min: 0, max: 310 })),
})

/** Late in the evening, when it is a different day in UTC for half of the year. */
const moment = (ago: number, order = 0) =>
  new Date(Date.parse(`${addDays(today, -ago)}T21:30:00Z`) + order * 1000)

/** Writes histories as the commands would, and returns the possible part of each. */
async function writeHistories(histories: History[]) {
  return Promise.all(
    histories.map(async ({ country, joined, changes, ended }) => {
      const member = await aMember(db, { country }, moment(joined))
      const [rule] = await db.select({ id: memberships.statusRulesId }).from(memberships).limit(1)
      let status: Status = 'red'
      const held: { at: Date; status: Status }[] = [{ at: moment(joined), status }]
      for (const [order, { ago, to }] of changes.sort((a, b) => b.ago - a.ago).entries()) {
        if (ago > joined || to === status) continue
        const [from, at] = [status, moment(ago, order + 1)]
        await db.insert(statusChanges).values({
          memberId: member.ownMemberId,
          from,
          to,
          because: 'verified',
          statusRulesId: rule?.id ?? '',
          at,
        })
        status = to
        held.push({ at, status })
      }
      const endedOn = ended === null || ended > joined ? null : berlinDate(moment(ended))
      await db
        .update(memberships)
        .set({
          status,
          granted: status === 'black' ? 'black' : null,
          endedOn,
          endedReason: endedOn && 'because',
        })
        .where(sql`member_id = ${member.ownMemberId}`)
      return { country, held, endedOn }
    }),
  )
}

/** The naive computation: each member on each day. */
function countNaively(histories: Awaited<ReturnType<typeof writeHistories>>, days: string[]) {
  const counts = new Map<string, number>()
  for (const day of days)
    for (const { country, held, endedOn } of histories) {
      const last = held.findLast(({ at }) => berlinDate(at) <= day)
      if (!last || (endedOn && endedOn <= day)) continue
      const key = `${day} ${country} ${last.status}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return Object.fromEntries([...counts].sort())
}

async function computeHistory() {
  const { days, counts } = await memberHistory(await anAdmin(db), today)
  const all = counts.map(({ day, country, status, count }) => [`${day} ${country} ${status}`, count])
  return { days, counts: Object.fromEntries(all.sort()) }
}

test('the history equals the naive count, with and without nightly counts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { maxLength: 8 }), fc.nat(300), async (histories, nightsAgo) => {
      await deleteEverybody()
      const written = await writeHistories(histories)
      const fresh = await computeHistory()
      expect(fresh.counts).toEqual(countNaively(written, fresh.days))
      // Some night of the past, and last night.
      await countMembers(moment(nightsAgo), as.worker)
      expect((await computeHistory()).counts).toEqual(fresh.counts)
      await countMembers(at, as.worker)
      expect((await computeHistory()).counts).toEqual(fresh.counts)
    }),
    { numRuns: 20 },
  )
}, 120_000)

test('each number of today equals the length of its list', async () => {
  const admin = await anAdmin(db)
  await writeHistories(fc.sample(history, { seed: 7, numRuns: 30 }))
  const { days, counts } = await memberHistory(admin, today)
  for (const { country, status, count } of counts.filter(({ day }) => day === days.at(-1))) {
    const { members } = await listMembers(admin, { country, status, standing: 'running' }, at)
    expect(members).toHaveLength(count)
  }
})

test('a month end stays as it was counted when somebody is erased; last night is recounted', async () => {
  const erased = await aMember(db, {}, moment(100))
  await aMember(db, {}, moment(100))
  await countMembers(at, as.worker)
  await as.owner.execute(sql`delete from status_changes where member_id = ${erased.ownMemberId}`)
  await countMembers(at, as.worker)
  const counted = await db.select().from(memberCounts).orderBy(memberCounts.day)
  expect(counted.map(({ day, count }) => [day, count])).toEqual([
    ...monthEnds(today, 3).map((day) => [day, 2]),
    ['2026-11-19', 1],
  ])
})

test('a member who moves to another country is counted there by the next night', async () => {
  const member = await aMember(db, { country: 'DE' }, moment(3))
  await countMembers(at, as.worker)
  await as.owner.execute(sql`update members set country = 'FR' where id = ${member.ownMemberId}`)
  await countMembers(at, as.worker)
  expect((await computeHistory()).counts).toEqual({ [`${today} FR red`]: 1 })
})

test('joins and expiries match the rows of their lists', async () => {
  const admin = await anAdmin(db)
  for (const ago of [0, 6, 7, 40]) await aMember(db, {}, moment(ago))
  await aMember(db, {}, new Date('2026-11-13T23:30:00Z')) // already the 14th in Berlin
  const period = { from: '2026-11-14', to: today }
  expect(await countJoins(admin, period)).toBe(3)
  const joined = await listMembers(admin, { joinedFrom: period.from, joinedTo: period.to }, at)
  expect(joined.members).toHaveLength(3)

  const expiring = [0, 30, 31, 60, 90, 91, -1]
  for (const [i, days] of expiring.entries()) {
    const member = await aMember(db, {}, moment(200 + i))
    await db
      .update(memberships)
      .set({ expiresOn: addDays(today, days) })
      .where(sql`member_id = ${member.ownMemberId}`)
  }
  const ended = await aMember(db, {}, moment(300))
  await db
    .update(memberships)
    .set({ expiresOn: today, endedOn: addDays(today, -1), endedReason: 'because' })
    .where(sql`member_id = ${ended.ownMemberId}`)
  const expiries = await countExpiries(admin, today)
  expect(expiries.map(({ days, count }) => [days, count])).toEqual([
    [30, 2],
    [60, 4],
    [90, 5],
  ])
  for (const { from: expiresFrom, to: expiresTo, count } of expiries) {
    const { members } = await listMembers(admin, { standing: 'running', expiresFrom, expiresTo }, at)
    expect(members).toHaveLength(count)
    expect(members.map((one) => one.expiresOn)).toEqual(members.map((one) => one.expiresOn).sort())
  }
})

test('with many members no page reads them all', async () => {
  const admin = await anAdmin(db)
  await aMember(db) // creates the programme's rule
  await as.owner.execute(sql`with a as (
      insert into accounts (email, role, language)
      select 'm' || n || '@plan.example', 'member', 'en' from generate_series(1, 20000) n returning id),
    m as (insert into members (account_id, first_name, surname, born_on, country, created_at)
      select id, 'Ada', 'Plan', '1990-01-01', 'DE', ${at.toISOString()}::timestamptz - interval '1 day' * (2 + row_number() over () % 700)
        from a returning id, created_at),
    s as (insert into memberships (member_id, number, card_code, starts_on, expires_on, status_rules_id)
      select id, 'LP-' || lpad(id::text, 5, '0') || '-00000', id, created_at, created_at::date + 365, (select id from status_rules limit 1) from m)
    insert into status_changes (member_id, "to", because, status_rules_id, at)
    select id, 'red', 'joined', (select id from status_rules limit 1), created_at from m`)
  await countMembers(at, as.worker)
  await as.owner.execute('vacuum analyze members, memberships, status_changes, member_counts')
  const plan = async (query: ReturnType<typeof sql>) =>
    JSON.stringify((await db.execute(sql`explain ${query}`)).rows)
  const moves = await plan(movesSinceQuery('2026-11-19', today))
  expect(moves).toContain('status_changes_day')
  expect(moves).not.toMatch(/Seq Scan on (members|memberships|status_changes)/)
  expect(await plan(sql`${expiringQuery(today)}`)).toMatch(
    /Index (Only )?Scan (using|on) memberships_expiring/,
  )
  for (const filter of [
    { status: 'black' },
    { country: 'FR' },
    { expiresFrom: today, expiresTo: today },
  ] as const) {
    const list = await plan(
      sql`${membersQuery(admin, { standing: 'running', ...filter }, undefined, 51, at)}`,
    )
    expect(list, JSON.stringify(filter)).not.toMatch(/Seq Scan on (members|memberships)/)
  }
}, 120_000)
