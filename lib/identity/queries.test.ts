import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accounts, sessions } from '@/db/schema'
import { hashToken } from '@/lib/secrets'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin, aReviewer } from '@/testing/people'
import { openSession } from './commands/sign-in'
import { findSession, staffTimeLeft } from './queries'

const { db } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
const MINUTE = 60_000
const later = (minutes: number) => new Date(at.getTime() + minutes * MINUTE)
const lastSeen = async (token: string) =>
  (
    await db
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, hashToken(token)))
  )[0]?.lastSeenAt

test('asking for a session’s remaining time does not extend it; opening a page does', async () => {
  const token = await openSession(db, (await anAdmin(db)).id, 'Test', at, at)
  expect(await staffTimeLeft(token, later(13), db)).toEqual({ left: 2 * MINUTE, extendable: true })
  expect(await lastSeen(token)).toEqual(at)
  await findSession(token, later(13), db)
  expect(await staffTimeLeft(token, later(13), db)).toEqual({ left: 15 * MINUTE, extendable: true })
})

test('at the absolute end of a session, use no longer extends it', async () => {
  const token = await openSession(db, (await aReviewer(db)).id, 'Test', at, at)
  await db
    .update(sessions)
    .set({ lastSeenAt: later(599) })
    .where(eq(sessions.tokenHash, hashToken(token)))
  expect(await staffTimeLeft(token, later(599), db)).toEqual({ left: MINUTE, extendable: false })
})

test('an expired, unknown or disabled session, a member’s, or one without a second factor returns nothing', async () => {
  const { id } = await aReviewer(db)
  expect(await staffTimeLeft(await openSession(db, id, 'Test', at), at, db)).toBeNull()
  const token = await openSession(db, id, 'Test', at, at)
  expect(await staffTimeLeft(token, later(30), db)).toBeNull()
  expect(await staffTimeLeft('x', at, db)).toBeNull()
  await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, id))
  expect(await staffTimeLeft(token, at, db)).toBeNull()
  expect(await staffTimeLeft(await openSession(db, (await aMember(db)).id, null, at), at, db)).toBeNull()
})
