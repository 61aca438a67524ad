import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { accounts, logReads, memberships } from '@/db/schema'
import type { Admin, Desk, Member } from '@/lib/actor'
import { record, recordRead } from '@/lib/log/record'
import { testDatabase } from '@/testing/database'
import { aDesk, aMember, anAdmin } from '@/testing/people'
import { LogFilter } from './input'
import { type LogConditions, listLog } from './queries'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
let admin: Admin
let desk: Desk
let member: Member
let number: string
beforeEach(async () => {
  admin = await anAdmin(db, { factorAt: at })
  desk = await aDesk(as.owner)
  member = await aMember(db, {}, new Date('2026-03-01T09:00:00Z'))
  const [row] = await db.select().from(memberships).where(eq(memberships.memberId, member.ownMemberId))
  number = row?.number ?? ''
  await insertCheck('2026-11-18T22:59:59Z')
  await insertCheck('2026-11-18T23:00:00Z') // midnight in Berlin
  await insertCheck('2026-11-19T22:59:59Z')
})

const insertCheck = (moment: string) =>
  db.insert(logReads).values({
    at: new Date(moment),
    actorId: desk.id,
    actorRole: 'desk',
    action: 'card.checked',
    memberId: member.ownMemberId,
    centreId: desk.centreId,
    hit: true,
  })
const find = async (conditions: LogConditions) =>
  (await listLog(admin, conditions)).entries.map((one) => one.at.toISOString())
const address = async () =>
  (await db.select().from(accounts).where(eq(accounts.id, desk.id)))[0]?.email.toUpperCase()

test('who read whom in a period is one query, with both days included', async () => {
  const conditions = {
    actor: await address(),
    number,
    centre: desk.centreId,
    action: 'card.checked',
  } as const
  expect(await find(conditions)).toHaveLength(3)
  expect(await find({ ...conditions, from: '2026-11-19', to: '2026-11-19' })).toEqual([
    '2026-11-19T22:59:59.000Z',
    '2026-11-18T23:00:00.000Z',
  ])
  expect(await find({ ...conditions, to: '2026-11-18' })).toEqual(['2026-11-18T22:59:59.000Z'])
})

test('who read whom, where and with which result: all reads and nothing else', async () => {
  const { ownMemberId: memberId } = member
  await record(db, admin, 'member.suspended', { memberId, at })
  await db.insert(logReads).values([
    { at, actorId: admin.id, actorRole: 'admin', action: 'member.read', memberId },
    {
      at,
      actorId: desk.id,
      actorRole: 'desk',
      action: 'card.checked',
      centreId: desk.centreId,
      country: 'FR',
      hit: false,
    },
  ])
  const actions = async (conditions: LogConditions) =>
    (await listLog(admin, conditions)).entries.map(({ action, actor, number }) => [
      action,
      actor?.split('-')[0],
      number,
    ])
  expect(await actions({ number, action: 'reading', from: '2026-11-20', to: '2026-11-20' })).toEqual([
    ['member.read', 'admin', number],
  ])
  expect(await actions({ number, action: 'reading' })).toHaveLength(4)
  expect(await actions({ country: 'FR' })).toEqual([['card.checked', 'desk', null]])
  expect(await actions({ centre: desk.centreId, hit: 'no' })).toHaveLength(1)
  expect(await actions({ centre: desk.centreId, hit: 'yes' })).toHaveLength(3)
})

test('an unknown address or number returns nothing instead of everything', async () => {
  expect(await find({ actor: 'nobody@example.com' })).toEqual([])
  expect(await find({ number: 'LP-X' })).toEqual([])
})

test('continues after an entry', async () => {
  const { entries } = await listLog(admin, { number })
  expect(await find({ number, before: entries[0]?.id })).toEqual(
    entries.slice(1).map((one) => one.at.toISOString()),
  )
})

test('reads and acts are one log, in the order in which they were written, page by page', async () => {
  const { ownMemberId: memberId } = await aMember(db, {}, new Date('2026-03-01T09:00:00Z'))
  const [row] = await db.select().from(memberships).where(eq(memberships.memberId, memberId))
  const conditions = { number: row?.number ?? '', from: '2026-03-02' }
  // At the same moment, as a command writes them, and in two months.
  for (const moment of [new Date('2026-10-31T12:00:00Z'), at]) {
    await record(db, admin, 'member.suspended', { memberId, at: moment })
    await recordRead(db, admin, 'member.read', { memberId, at: moment })
    await record(db, admin, 'member.lifted', { memberId, at: moment })
    await recordRead(db, desk, 'card.checked', { memberId, at: moment })
  }
  const once = ['card.checked', 'member.lifted', 'member.read', 'member.suspended']
  const { entries } = await listLog(admin, conditions)
  expect(entries.map(({ action }) => action)).toEqual([...once, ...once])
  expect(new Set(entries.map(({ id }) => id)).size).toBe(8)
  for (const [i, { id }] of entries.entries()) {
    const rest = await listLog(admin, { ...conditions, before: id })
    expect(rest.entries).toEqual(entries.slice(i + 1))
  }
})

test('malformed values in an address are ignored', () => {
  const nothing = { actor: '', number: '' }
  expect(LogFilter.parse({ centre: 'x', action: 'x', from: '2026-02-30', before: '-1' })).toEqual(nothing)
})
