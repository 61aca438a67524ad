import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accounts, logEntries, memberships } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { Admin, Member } from '@/lib/auth/actor'
import { aMember, anAdmin } from '@/lib/auth/testing'
import { listLog } from '@/lib/log/queries'
import { openRecord } from './commands'
import { listMembers } from './queries'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')

const numberOf = async (member: Member) =>
  (await db.select().from(memberships).where(eq(memberships.memberId, member.ownMemberId)))[0]?.number ?? ''

async function find(admin: Admin, search: string) {
  return (await listMembers(admin, search, null)).members.map(({ number }) => number)
}

test('a member is found by number, however typed, by address, and by the beginning of the surname', async () => {
  const admin = await anAdmin(db)
  const member = await aMember(db, { surname: 'Würzmühle' })
  const number = await numberOf(member)
  const [{ email } = { email: '' }] = await db.select().from(accounts).where(eq(accounts.id, member.id))
  for (const search of [
    number,
    number.toLowerCase().replaceAll('-', ' '),
    email,
    email.toUpperCase(),
    'würzm',
  ])
    expect([search, await find(admin, search)]).toEqual([search, [number]])
  expect(await find(admin, 'mühle')).toEqual([])
  expect(await find(admin, '%')).toEqual([])
})

test('a long list is read page by page, nobody twice and nobody missing', async () => {
  const admin = await anAdmin(db)
  await Promise.all(Array.from({ length: 120 }, () => aMember(db, { surname: 'Vielzahl' })))
  const seen: string[] = []
  for (let after: string | null = null; ; ) {
    const { members, more } = await listMembers(admin, 'vielzahl', after)
    seen.push(...members.map(({ number }) => number))
    if (!more) break
    after = seen.at(-1) ?? null
  }
  expect(new Set(seen).size).toBe(120)
  expect(seen).toHaveLength(120)
})

test('an admin who opens a record stands in its log', async () => {
  const admin = await anAdmin(db)
  const member = await aMember(db)
  const record = await openRecord(admin, await numberOf(member), at)
  expect(record.person).toMatchObject({ firstName: 'Thea', internalNumber: member.ownMemberId })
  expect(record.accesses.map(({ action }) => action)).toContain('member.read')
  const { entries } = await listLog(admin, { number: await numberOf(member), action: 'member.read' })
  expect(entries).toHaveLength(1)
  await expect(openRecord(admin, 'LP-00000-00000', at)).rejects.toMatchObject({ reason: 'notFound' })
})

test('the log of a member names staff by address and members by number only', async () => {
  const admin = await anAdmin(db)
  const member = await aMember(db)
  await openRecord(admin, await numberOf(member), at)
  const { entries } = await listLog(admin, { number: await numberOf(member) })
  expect(entries.map(({ action }) => action)).toEqual(['member.read', 'member.joined'])
  expect(entries.every(({ actor }) => actor === null || actor.startsWith('admin'))).toBe(true)
})

test('nobody changes or deletes an entry of the log: not the app, not even its owner', async () => {
  await aMember(db)
  for (const on of [db, as.owner, as.worker]) {
    await expect(on.update(logEntries).set({ action: 'nothing' })).rejects.toThrow()
    await expect(on.delete(logEntries)).rejects.toThrow()
    await expect(on.execute('truncate log_entries')).rejects.toThrow()
  }
  const kept = await db.select().from(logEntries).where(eq(logEntries.action, 'nothing'))
  expect(kept).toHaveLength(0)
})
