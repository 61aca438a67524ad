import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accounts, logActs, logEntries, logReads, memberships } from '@/db/schema'
import type { Admin, Member } from '@/lib/actor'
import { listLog } from '@/lib/log-reading/queries'
import { parseMembershipNumber } from '@/lib/memberships/number'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import { aRegistration } from '@/testing/reviews'
import { openRecord } from '../commands/open'
import { listMembers, membersQuery } from './search'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')

const numberOf = async (member: Member) =>
  (await db.select().from(memberships).where(eq(memberships.memberId, member.ownMemberId)))[0]?.number ?? ''

async function find(admin: Admin, search: string) {
  return (await listMembers(admin, { q: search }, at)).members.map(({ number }) => number)
}

test('a member is found by number in any notation, by address, and by the start of a name', async () => {
  const admin = await anAdmin(db)
  const member = await aMember(db, { firstName: 'Jörg-Åke', surname: "O'Würzmühle" })
  const number = await numberOf(member)
  const [{ email } = { email: '' }] = await db.select().from(accounts).where(eq(accounts.id, member.id))
  for (const search of [
    number,
    number.toLowerCase().replaceAll('-', ' '),
    email,
    email.toUpperCase(),
    'owürzm',
    'owuerzmue',
    'OWURZMUHLE',
    'Jörg Owürz',
    'jorg ake',
    'aake',
    'O’Würz',
  ])
    expect([search, await find(admin, search)]).toEqual([search, [number]])
  for (const search of ['%', '_', 'xyxyxy nobody'])
    expect([search, await find(admin, search)]).toEqual([search, []])
})

test('a name whose letters could form a membership number is treated as a name', async () => {
  const admin = await anAdmin(db)
  const number = await numberOf(await aMember(db, { firstName: 'Joa', surname: 'Alhoini' }))
  expect(parseMembershipNumber('alhoini joa')).not.toBeNull()
  expect(await find(admin, 'alhoini joa')).toEqual([number])
})

test('the owner of a serial number is found, however it is typed', async () => {
  const admin = await anAdmin(db)
  const member = await aMember(db)
  await aRegistration(db, member, { serialTyped: 'WE7 O1-22334' })
  for (const search of ['we70122334', 'WE7-O1 22334'])
    expect(await find(admin, search)).toEqual([await numberOf(member)])
  expect(await find(admin, 'WE70122335')).toEqual([])
})

test('a misspelled name finds similar ones, marked as such', async () => {
  const admin = await anAdmin(db)
  const number = await numberOf(await aMember(db, { surname: 'Quadflieger' }))
  for (const search of ['Quadfleiger', 'flieger']) {
    const found = await listMembers(admin, { q: search }, at)
    expect(found).toMatchObject({ similar: true, more: false })
    expect(found.members[0]?.number).toBe(number)
  }
  expect((await listMembers(admin, { q: 'Quadflieg' }, at)).similar).toBe(false)
  expect((await listMembers(admin, { q: 'Xyxyxyx' }, at)).similar).toBe(false)
})

test('names and serial numbers are looked up by their index', async () => {
  const admin = await anAdmin(db)
  await as.owner.execute(sql`with a as (
      insert into accounts (email, role, language)
      select 'm' || n || '@plan.example', 'member', 'en' from generate_series(1, 20000) n returning id, email)
    insert into members (account_id, first_name, surname, born_on, country)
    select id, 'Ada', 'Plan' || translate(md5(email), '0123456789', 'ghijklmnop'), '1990-01-01', 'DE' from a`)
  await as.owner.execute(sql`analyze members`)
  const plan = async (search: string) => {
    const { rows } = await db.execute(sql`explain ${membersQuery(admin, { q: search }, undefined, 51, at)}`)
    return JSON.stringify(rows)
  }
  expect(await plan('planabc')).toContain('members_words')
  expect(await plan('WE1AB001234')).not.toContain('Seq Scan on registrations')
})

test('a long list is read page by page, with nobody twice and nobody missing', async () => {
  const admin = await anAdmin(db)
  await Promise.all(Array.from({ length: 120 }, () => aMember(db, { surname: 'Vielzahl' })))
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const { members, more } = await listMembers(admin, { q: 'vielzahl', after }, at)
    seen.push(...members.map(({ number }) => number))
    if (!more) break
    after = seen.at(-1)
  }
  expect(new Set(seen).size).toBe(120)
  expect(seen).toHaveLength(120)
})

test('an admin who opens a record is logged', async () => {
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
  const member = await aMember(db, {}, new Date('2026-03-01T09:00:00Z'))
  await openRecord(admin, await numberOf(member), at)
  const { entries } = await listLog(admin, { number: await numberOf(member) })
  expect(entries.map(({ action }) => action)).toEqual(['member.read', 'member.joined'])
  expect(entries.every(({ actor }) => actor === null || actor.startsWith('admin'))).toBe(true)
})

test('nobody can change or delete a log entry: not the app, not even the owner', async () => {
  await aMember(db)
  for (const on of [db, as.owner, as.worker]) {
    for (const log of [logActs, logReads]) {
      await expect(on.update(log).set({ country: 'AQ' })).rejects.toThrow()
      await expect(on.delete(log)).rejects.toThrow()
      await expect(on.execute(sql`truncate ${log}`)).rejects.toThrow()
    }
    await expect(on.execute('delete from log_entries')).rejects.toThrow()
  }
  const kept = await db.select().from(logEntries).where(eq(logEntries.country, 'AQ'))
  expect(kept).toHaveLength(0)
})
