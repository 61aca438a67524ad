import 'server-only'
import { and, eq, gt, isNotNull, isNull, ne } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, challenges, members, sessions } from '@/db/schema'
import { isAlive, isDueForTouch, type TimeLeft, timeLeft } from '@/lib/identity/sessions/rules'
import { hashToken } from '@/lib/secrets'

export type FoundSession = NonNullable<Awaited<ReturnType<typeof findSession>>>

/** Returns the active session of a token with its account, or null. Role and limits are read each time. */
export async function findSession(token: string, at: Date, on: Database = db) {
  const [row] = await on
    .select({
      sessionId: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      factorAt: sessions.factorAt,
      id: accounts.id,
      role: accounts.role,
      language: accounts.language,
      centreId: accounts.centreId,
      linkedMemberId: accounts.ownMemberId,
      memberId: members.id,
      disabledAt: accounts.disabledAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(eq(sessions.tokenHash, hashToken(token)))
  if (!row || row.disabledAt || !isAlive(row, row.role, at)) return null
  if (isDueForTouch(row, row.role, at)) {
    await on.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, row.sessionId))
    await on.update(accounts).set({ lastSeenAt: at }).where(eq(accounts.id, row.id))
  }
  return row
}

/**
 * Returns how long the session of a token still lasts, for the warning before its end, or null when it is over, a member's, or
 * waits for a second factor. Asking does not extend the session, so nothing is written.
 */
export async function staffTimeLeft(token: string, at: Date, on: Database = db): Promise<TimeLeft | null> {
  const [row] = await on
    .select({ createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt, role: accounts.role })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(
        eq(sessions.tokenHash, hashToken(token)),
        isNotNull(sessions.factorAt),
        ne(accounts.role, 'member'),
        isNull(accounts.disabledAt),
      ),
    )
  const remaining = row && timeLeft(row, row.role, at)
  return remaining && remaining.left > 0 ? remaining : null
}

/** Returns the sign-in under way in this browser: the address the mail went to, and the data of a joining member, or null. */
export async function findChallenge(browserToken: string, at: Date, on: Database = db) {
  const [row] = await on
    .select({
      id: challenges.id,
      email: challenges.email,
      language: challenges.language,
      join: challenges.join,
    })
    .from(challenges)
    .where(and(eq(challenges.browserHash, hashToken(browserToken)), gt(challenges.expiresAt, at)))
  return row ?? null
}
