import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, centres, logEntries, type logReads, memberships } from '@/db/schema'
import type { Actor, Desk, Member } from '@/lib/actor'
import { actAs } from '@/lib/identity/act-as'
import { testDatabase } from '@/testing/database'
import { makeChecks } from '@/testing/desk'
import { aDesk, aMember, anAdmin } from '@/testing/people'
import { openLeadChecks } from '../commands/open-checks'
import { ChecksFilter } from '../input'
import { isLeadOf } from '../policy'
import { centreOfLead, ledCentre } from './lead'

const { db, as } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
let lead: Desk
let colleague: Desk
let member: Member
beforeAll(() => seedProgramme(as.owner))
beforeEach(async () => {
  lead = await aDesk(as.owner)
  member = await aMember(db, {}, new Date('2026-03-01T09:00:00Z'))
  const email = `desk-${crypto.randomUUID()}@example.com`
  const [account] = await db
    .insert(accounts)
    .values({ role: 'desk', email, language: 'en', centreId: lead.centreId, lastSeenAt: at })
    .returning()
  colleague = (await actAs(db, String(account?.id))) as Desk
  await db
    .update(centres)
    .set({ leadId: lead.id, timeZone: 'Asia/Tokyo' })
    .where(eq(centres.id, lead.centreId))
})

const check = (desk: Desk, moment: string, entry: Partial<typeof logReads.$inferInsert> = {}) =>
  makeChecks(db, desk, 1, {
    at: new Date(moment),
    centreId: desk.centreId,
    memberId: member.ownMemberId,
    purpose: 'service',
    caseNumber: 'T-1',
    ...entry,
  })
const open = (filter: Partial<ChecksFilter>, who = lead) =>
  openLeadChecks(who, ChecksFilter.parse(filter), at)
const times = async (filter: Partial<ChecksFilter>) =>
  (await open(filter))?.checks.map((one) => one.at.toISOString())
const logged = (id: string) => db.select().from(logEntries).where(eq(logEntries.actorId, id))

test.each([
  ['desk', 'own', 'self', true],
  ['desk', 'own', 'another', false],
  ['desk', 'own', null, false],
  ['desk', 'elsewhere', 'self', false],
  ['admin', 'own', 'self', false],
  ['reviewer', 'own', 'self', false],
] as const)('%s of the %s centre with the lead %s leads it: %s', (role, where, leadId, leads) => {
  const actor = { id: 'self', role, centreId: 'own' } as unknown as Actor
  expect(isLeadOf(actor, { id: where, leadId })).toBe(leads)
})

test('the lead sees the centre, its people and their checks by month of the centre’s own calendar', async () => {
  await check(lead, '2026-10-31T14:59:59Z') // still October in Tokyo
  await check(lead, '2026-10-31T15:00:00Z')
  await check(colleague, '2026-11-19T03:00:00Z')
  await check(colleague, '2026-11-19T03:00:00Z', { hit: false, memberId: null })
  await check(colleague, '2026-05-31T14:00:00Z') // seven months ago
  await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, colleague.id))
  const centre = await centreOfLead(lead, at)
  expect(centre).toMatchObject({ basis: 'adequacy', open: true, months: expect.arrayContaining(['2026-06']) })
  expect(centre?.months).toHaveLength(6)
  expect(centre?.people.map(({ id, disabledAt }) => [id, disabledAt])).toEqual(
    expect.arrayContaining([
      [lead.id, null],
      [colleague.id, at],
    ]),
  )
  const counts = centre?.counts.map(({ id, month, checks }) => [id, month, checks])
  expect(counts).toHaveLength(3)
  expect(counts).toEqual(
    expect.arrayContaining([
      [lead.id, '2026-10', 1],
      [lead.id, '2026-11', 1],
      [colleague.id, '2026-11', 2],
    ]),
  )
})

test('anyone who does not lead the centre sees nothing, and an admin leads none', async () => {
  await check(lead, '2026-11-19T03:00:00Z')
  for (const other of [colleague, await aDesk(as.owner)]) {
    expect(await centreOfLead(other, at)).toBeNull()
    expect(await open({}, other)).toBeNull()
    expect((await logged(other.id)).filter(({ action }) => action === 'centre.checks-read')).toEqual([])
  }
  expect(await ledCentre(await anAdmin(db))).toBeNull()
})

test('checks are shown without the member, and reading them is logged', async () => {
  await check(colleague, '2026-11-19T03:00:00Z')
  await check(colleague, '2026-11-19T02:00:00Z', { hit: false, memberId: null, reason: 'mistyped' })
  await check(await aDesk(as.owner), '2026-11-19T03:00:00Z')
  const found = await open({})
  const email = expect.stringContaining('desk-')
  expect(found?.checks).toMatchObject([
    { person: email, purpose: 'service', caseNumber: 'T-1', hit: true, mistyped: false },
    { person: email, hit: false, mistyped: true },
  ])
  const [card] = await db.select().from(memberships).where(eq(memberships.memberId, member.ownMemberId))
  const shown = JSON.stringify(found)
  for (const secret of [card?.number, 'Beispielmann', `"memberId"`]) expect(shown).not.toContain(secret)
  const rows = (await logged(lead.id)).filter(({ action }) => action === 'centre.checks-read')
  expect(rows).toMatchObject([{ centreId: lead.centreId, actorRole: 'desk' }])
})

test('checks are filtered by person and by days of the centre, and continue after one', async () => {
  await check(lead, '2026-11-18T14:59:59Z')
  await check(lead, '2026-11-18T15:00:00Z') // midnight in Tokyo
  await check(colleague, '2026-11-18T16:00:00Z')
  expect(await times({ from: '2026-11-19', to: '2026-11-19' })).toEqual([
    '2026-11-18T16:00:00.000Z',
    '2026-11-18T15:00:00.000Z',
  ])
  expect(await times({ person: lead.id, to: '2026-11-18' })).toEqual(['2026-11-18T14:59:59.000Z'])
  const first = (await open({}))?.checks[0]?.id
  expect(await times({ before: first })).toHaveLength(2)
})

test('malformed values in the address are ignored', () => {
  expect(ChecksFilter.parse({ person: 'x', from: '2026-02-30', before: '-1' })).toEqual({})
})
