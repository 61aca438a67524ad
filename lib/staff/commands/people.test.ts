import { randomUUID } from 'node:crypto'
import { and, eq, ne } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, centres, logEntries, sessions } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { openSession } from '@/lib/identity/commands/sign-in'
import { testDatabase } from '@/testing/database'
import { aDesk, aMember, anAdmin, aReviewer } from '@/testing/people'
import { findStaff, listStaff } from '../queries'
import { changeRole, setStaffDisabled } from './people'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
let admin: Admin
beforeAll(async () => {
  await seedProgramme(as.owner)
  admin = await anAdmin(db, { factorAt: at })
})

const person = (id: string) => findStaff(admin, id)
const sessionsOf = (id: string) => db.select().from(sessions).where(eq(sessions.accountId, id))
const logged = async (id: string) =>
  (
    await db
      .select()
      .from(logEntries)
      .where(and(eq(logEntries.subjectId, id), ne(logEntries.action, 'session.opened')))
  ).map(({ action, reason }) => [action, reason])
const disable = (id: string, by = admin) =>
  setStaffDisabled(by, { id, disabled: 'yes', reason: 'Left the company' }, at)
const demote = (id: string, by: Admin) => changeRole(by, { id, role: 'reviewer', centre: undefined }, at)

describe('a role', () => {
  test('is changed, and the person has to sign in again', async () => {
    const reviewer = await aReviewer(db)
    const desk = await aDesk(as.owner)
    await openSession(db, reviewer.id, 'Test', at)
    await changeRole(admin, { id: reviewer.id, role: 'desk', centre: desk.centreId }, at)
    expect(await person(reviewer.id)).toMatchObject({ role: 'desk', centreId: desk.centreId })
    expect(await sessionsOf(reviewer.id)).toEqual([])
    expect(await logged(reviewer.id)).toEqual([['staff.role-changed', 'reviewer to desk']])
    const same = changeRole(admin, { id: reviewer.id, role: 'desk', centre: desk.centreId }, at)
    await expect(same).rejects.toMatchObject({ reason: 'alreadyDone' })
  })

  test('change removes the lead of a service centre', async () => {
    const desk = await aDesk(as.owner)
    await db.update(centres).set({ leadId: desk.id }).where(eq(centres.id, desk.centreId))
    await changeRole(admin, { id: desk.id, role: 'reviewer', centre: undefined }, at)
    const [centre] = await db.select().from(centres).where(eq(centres.id, desk.centreId))
    expect(centre?.leadId).toBeNull()
  })

  test('at a centre without a legal basis is refused', async () => {
    const [centre] = await db
      .insert(centres)
      .values({ name: `Centre ${randomUUID()}`, city: 'Austin', country: 'US' })
      .returning()
    const reviewer = await aReviewer(db)
    const refused = changeRole(admin, { id: reviewer.id, role: 'desk', centre: centre?.id }, at)
    await expect(refused).rejects.toMatchObject({ reason: 'inviteWithoutBasis' })
  })

  test('cannot be changed by oneself, and not for members', async () => {
    await anAdmin(db)
    await expect(demote(admin.id, admin)).rejects.toMatchObject({ reason: 'ownRole' })
    const member = await aMember(db)
    await expect(demote(member.id, admin)).rejects.toMatchObject({ reason: 'notFound' })
    await expect(demote(randomUUID(), admin)).rejects.toMatchObject({ reason: 'notFound' })
  })

  test('needs a fresh second factor', async () => {
    const stale = { ...admin, factorAt: undefined }
    const reviewer = await aReviewer(db)
    await expect(demote(reviewer.id, stale)).rejects.toMatchObject({ reason: 'stepUp' })
    await expect(disable(reviewer.id, stale)).rejects.toMatchObject({ reason: 'stepUp' })
  })
})

describe('an account', () => {
  test('is disabled with a reason and signed out at once, and enabled again', async () => {
    const reviewer = await aReviewer(db)
    await openSession(db, reviewer.id, 'Test', at)
    await disable(reviewer.id)
    expect(await person(reviewer.id)).toMatchObject({ disabledAt: at })
    expect(await sessionsOf(reviewer.id)).toEqual([])
    await expect(disable(reviewer.id)).rejects.toMatchObject({ reason: 'alreadyDone' })
    await setStaffDisabled(admin, { id: reviewer.id, disabled: 'no', reason: 'Back' }, at)
    expect(await person(reviewer.id)).toMatchObject({ disabledAt: null, lastSeenAt: at })
    expect(await logged(reviewer.id)).toEqual([
      ['staff.disabled', 'Left the company'],
      ['staff.enabled', 'Back'],
    ])
  })

  test('of a centre that has lost its legal basis stays disabled', async () => {
    const desk = await aDesk(as.owner)
    await disable(desk.id)
    const withoutBasis = { legalBasis: null, adequacyDecision: null }
    await db.update(centres).set(withoutBasis).where(eq(centres.id, desk.centreId))
    const enabled = setStaffDisabled(admin, { id: desk.id, disabled: 'no', reason: 'Back' }, at)
    await expect(enabled).rejects.toMatchObject({ reason: 'inviteWithoutBasis' })
  })
})

describe('the last admin', () => {
  /** Exactly two admins. */
  async function onlyTwo() {
    await db.update(accounts).set({ role: 'reviewer' }).where(eq(accounts.role, 'admin'))
    return [await anAdmin(db, { factorAt: at }), await anAdmin(db, { factorAt: at })] as const
  }
  const admins = async () =>
    (await db.select().from(accounts).where(eq(accounts.role, 'admin'))).filter(
      ({ disabledAt }) => !disabledAt,
    )

  test.each([
    ['demote', demote],
    ['disable', disable],
  ] as const)('two admins who %s each other at once leave one', async (_, act) => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = await onlyTwo()
      const both = await Promise.allSettled([act(one.id, two), act(two.id, one)])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { reason: 'lastAdmin' },
      })
      expect(await admins()).toHaveLength(1)
    }
  })

  test('a former admin changes nothing, though their page is still open', async () => {
    const [one, two] = await onlyTwo()
    const third = await anAdmin(db, { factorAt: at })
    await demote(two.id, one)
    await expect(demote(third.id, two)).rejects.toMatchObject({ reason: 'notAllowed' })
  })
})

test('the list has 25 per page, by address, and no members', async () => {
  await aMember(db)
  const rows = Array.from({ length: 51 }, (_, i) => ({
    email: `0-${String(i).padStart(3, '0')}-${randomUUID()}@example.com`,
    role: 'reviewer' as const,
    language: 'en' as const,
  }))
  await db.insert(accounts).values(rows)
  const first = await listStaff(admin)
  expect([first.people.length, first.more]).toEqual([25, true])
  const second = await listStaff(admin, 2)
  expect(second.people[0]?.email).toBe(rows[25]?.email)
  expect([...first.people, ...second.people].map(({ role }) => role)).not.toContain('member')
})
