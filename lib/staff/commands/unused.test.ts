import { eq, inArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, logEntries, sessions } from '@/db/schema'
import { openSession } from '@/lib/identity/commands/sign-in'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin, aReviewer } from '@/testing/people'
import { acceptStaffInvitation } from './accept'
import { inviteFirstAdmin } from './first-admin'
import { disableUnusedStaff } from './unused'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T02:00:00Z')
const DAY = 24 * 3_600_000
const ago = (days: number) => new Date(at.getTime() - days * DAY)
beforeEach(async () => {
  await seedProgramme(as.owner)
  await db
    .update(accounts)
    .set({ disabledAt: at })
    .where(inArray(accounts.role, ['desk', 'reviewer', 'admin']))
})

const seen = (id: string, lastSeenAt: Date | null, createdAt = ago(300)) =>
  db.update(accounts).set({ lastSeenAt, createdAt }).where(eq(accounts.id, id))

test('staff inactive for 60 days are disabled and signed out, with a log entry; members are not', async () => {
  const [admin, inactive, active, neverSeen, newcomer] = [
    await anAdmin(db),
    await aReviewer(db),
    await aReviewer(db),
    await aReviewer(db),
    await aReviewer(db),
  ]
  const member = await aMember(db)
  await seen(admin.id, at)
  await openSession(db, inactive.id, 'Test', ago(60))
  await seen(inactive.id, ago(60))
  await seen(active.id, new Date(+ago(60) + 1))
  await seen(neverSeen.id, null)
  await seen(newcomer.id, null, ago(1))
  await seen(member.id, ago(400))
  // As the worker, whose login may do no more than this.
  expect((await disableUnusedStaff(at, as.worker)).sort()).toEqual([inactive.id, neverSeen.id].sort())
  expect(await db.select().from(sessions).where(eq(sessions.accountId, inactive.id))).toEqual([])
  const rows = await db.select().from(logEntries).where(eq(logEntries.subjectId, inactive.id))
  expect(rows.map(({ action, reason }) => [action, reason])).toContainEqual([
    'staff.disabled',
    'unused for 60 days',
  ])
  expect(await disableUnusedStaff(at, as.worker)).toEqual([])
})

test('when all admins were inactive, the one seen last stays', async () => {
  const [one, two] = [await anAdmin(db), await anAdmin(db)]
  await seen(one.id, ago(70))
  await seen(two.id, ago(90))
  expect(await disableUnusedStaff(at, as.worker)).toEqual([two.id])
})

test('the first admin is invited by a link, until there is one', async () => {
  const email = `first-${crypto.randomUUID()}@example.com`
  const before = await inviteFirstAdmin(email, at)
  const token = await inviteFirstAdmin(email, at)
  await expect(acceptStaffInvitation(before, at)).rejects.toMatchObject({ reason: 'invitationUnknown' })
  expect(await acceptStaffInvitation(token, at)).toMatchObject({ email, role: 'admin' })
  await expect(inviteFirstAdmin(email, at)).rejects.toMatchObject({ reason: 'adminExists' })
  await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.email, email))
  await expect(inviteFirstAdmin(email, at)).rejects.toMatchObject({ reason: 'inviteHasAccount' })
})
