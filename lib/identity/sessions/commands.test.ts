import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, logEntries, sessions } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { openSession } from '@/lib/identity/commands/sign-in'
import { findSession } from '@/lib/identity/queries'
import { hashToken } from '@/lib/secrets'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin, aReviewer } from '@/testing/people'
import { endOwnSession, endSession, endSessionsOf } from './commands'
import { ownSessions, sessionsOf } from './queries'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'
let admin: Admin
beforeAll(async () => {
  await seedProgramme(as.owner)
  admin = await anAdmin(db)
})

async function signIn(accountId: string, moment = at) {
  const token = await openSession(db, accountId, FIREFOX, moment)
  const [row] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.tokenHash, hashToken(token)))
  return { token, id: String(row?.id) }
}
const closed = async (id: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, id)))
    .map(({ action }) => action)
    .filter((action) => action.startsWith('session.closed'))

test('everybody sees where they are signed in, which one this is, and nothing that has ended', async () => {
  const reviewer = await aReviewer(db)
  await signIn(reviewer.id, later(-31))
  const [one, two] = [await signIn(reviewer.id, later(-5)), await signIn(reviewer.id)]
  const listed = await ownSessions({ ...reviewer, sessionId: one.id }, later(1))
  expect(listed.map(({ id, here }) => [id, here])).toEqual([
    [two.id, false],
    [one.id, true],
  ])
  expect(listed[0]?.device).toEqual({ browser: 'Firefox', system: 'Linux' })
  expect(Object.keys(listed[0] ?? {})).not.toContain('tokenHash')
})

test('one’s own session is ended once; the other one stays', async () => {
  const member = await aMember(db)
  const [one, two] = [await signIn(member.id), await signIn(member.id)]
  expect(await endOwnSession({ ...member, sessionId: two.id }, one.id, at)).toBe(false)
  expect(await findSession(one.token, at)).toBeNull()
  expect(await findSession(two.token, at)).not.toBeNull()
  await expect(endOwnSession(member, one.id, at)).rejects.toMatchObject({ reason: 'sessionOver' })
  expect(await closed(member.id)).toEqual(['session.closed'])
  expect(await endOwnSession({ ...member, sessionId: two.id }, two.id, at)).toBe(true)
})

test('nobody can end somebody else’s session as their own', async () => {
  const [member, other] = [await aMember(db), await aMember(db)]
  const { id, token } = await signIn(other.id)
  await expect(endOwnSession(member, id, at)).rejects.toMatchObject({ reason: 'sessionOver' })
  expect(await findSession(token, at)).not.toBeNull()
})

test('an admin ends anybody’s, one or all', async () => {
  const reviewer = await aReviewer(db)
  const { id } = await signIn(reviewer.id)
  await signIn(reviewer.id)
  expect(await sessionsOf(admin, reviewer.id, at)).toHaveLength(2)
  await endSession(admin, id, at)
  await expect(endSession(admin, id, at)).rejects.toMatchObject({ reason: 'sessionOver' })
  await endSessionsOf(admin, reviewer.id, at)
  expect(await sessionsOf(admin, reviewer.id, at)).toEqual([])
  await expect(endSessionsOf(admin, reviewer.id, at)).rejects.toMatchObject({ reason: 'sessionOver' })
  await expect(endSessionsOf(admin, randomUUID(), at)).rejects.toMatchObject({ reason: 'sessionOver' })
  expect(await closed(reviewer.id)).toEqual(['session.closed', 'session.closed-everywhere'])
})

test('a member’s device that an admin signs out is logged with the member', async () => {
  const member = await aMember(db)
  const { id, token } = await signIn(member.id)
  await endSession(admin, id, at)
  expect(await findSession(token, at)).toBeNull()
  await signIn(member.id)
  await endSessionsOf(admin, member.id, at)
  const rows = await db.select().from(logEntries).where(eq(logEntries.memberId, member.ownMemberId))
  expect(rows.filter(({ actorId }) => actorId === admin.id).map(({ action }) => action)).toEqual([
    'session.closed',
    'session.closed-everywhere',
  ])
})

test('the account records when it was last used', async () => {
  const reviewer = await aReviewer(db)
  const { token } = await signIn(reviewer.id)
  const seen = async () =>
    (await db.select().from(accounts).where(eq(accounts.id, reviewer.id)))[0]?.lastSeenAt
  expect(await seen()).toEqual(at)
  await findSession(token, later(10))
  expect(await seen()).toEqual(later(10))
})
