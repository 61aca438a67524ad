import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, sessions } from '@/db/schema'
import type { Actor, Admin } from '@/lib/actor'
import { isAlive } from '@/lib/identity/rules'
import { deviceOf } from './rules'

const MOST = 50

export type ListedSession = Awaited<ReturnType<typeof ownSessions>>[number]

/** Where somebody is signed in now, the last used first; `here` is the session that asks. At most 50. */
export const ownSessions = (actor: Actor, at: Date, on: Database = db) =>
  living(actor.id, actor.sessionId, at, on)

/** Where somebody else is signed in now, for an admin. */
export const sessionsOf = (_admin: Admin, accountId: string, at: Date, on: Database = db) =>
  living(accountId, undefined, at, on)

async function living(accountId: string, here: string | undefined, at: Date, on: Database) {
  const found = await on
    .select({
      id: sessions.id,
      role: accounts.role,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(eq(sessions.accountId, accountId))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(MOST)
  return found
    .filter((session) => isAlive(session, session.role, at))
    .map(({ id, createdAt, lastSeenAt, userAgent }) => ({
      id,
      createdAt,
      lastSeenAt,
      device: deviceOf(userAgent),
      here: id === here,
    }))
}
