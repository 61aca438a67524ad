import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, sessions } from '@/db/schema'
import type { Actor, Admin } from '@/lib/actor'
import { isAlive } from '@/lib/identity/sessions/rules'
import { deviceOf } from './rules'

const MAX_LISTED = 50

export type ListedSession = Awaited<ReturnType<typeof ownSessions>>[number]

/** Returns where somebody is signed in now, last used first; `here` is the current session. At most 50. */
export const ownSessions = (actor: Actor, at: Date, on: Database = db) =>
  listActive(actor.id, actor.sessionId, at, on)

/** Returns where somebody else is signed in now, for an admin. */
export const sessionsOf = (_admin: Admin, accountId: string, at: Date, on: Database = db) =>
  listActive(accountId, undefined, at, on)

async function listActive(accountId: string, here: string | undefined, at: Date, on: Database) {
  const rows = await on
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
    .limit(MAX_LISTED)
  return rows
    .filter((session) => isAlive(session, session.role, at))
    .map(({ id, createdAt, lastSeenAt, userAgent }) => ({
      id,
      createdAt,
      lastSeenAt,
      device: deviceOf(userAgent),
      here: id === here,
    }))
}
