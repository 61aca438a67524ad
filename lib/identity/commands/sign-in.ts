import type { Role } from '@/lib/lists'
import 'server-only'
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, challenges, sessions } from '@/db/schema'
import type { JoinRequest } from '@/db/schema/accounts'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { createToken, hashToken } from '@/lib/secrets'
import { hashCode } from '../code'
import { CHALLENGE_TRIES } from '../rules'

/** Creates the account of somebody who joins, in the transaction of their first sign-in. */
export type OpenAccount = (
  tx: Database,
  email: string,
  request: JoinRequest,
  at: Date,
) => Promise<{ id: string; role: Role }>

type SignedIn = { token: string; role: Role; joined: boolean }

/**
 * Signs in with the code of this browser's challenge and returns the session's token. The try is counted and committed before the
 * code is checked, so that parallel requests gain no tries; the challenge is consumed by deleting it. On a first sign-in
 * `openAccount` creates the account in the same transaction.
 */
export async function signInWithCode(
  browserToken: string | undefined,
  code: string,
  userAgent: string | null,
  openAccount: OpenAccount,
  at: Date,
  on: Database = db,
): Promise<SignedIn> {
  const challenge = await countTry(browserToken ?? '', at, on)
  if (!challenge) throw new Refusal('codeExpired')
  if (challenge.codeHash !== hashCode(env().AUTH_SECRET, challenge.id, code))
    throw new Refusal('wrongCode', 'code')

  return on.transaction(async (tx) => {
    const [consumed] = await tx.delete(challenges).where(eq(challenges.id, challenge.id)).returning()
    if (!consumed) throw new Refusal('codeExpired')
    const existing = await findAccount(tx, consumed.email)
    if (existing?.disabledAt) throw new Refusal('codeExpired')
    const account = existing ?? (consumed.join && (await openAccount(tx, consumed.email, consumed.join, at)))
    if (!account) throw new Refusal('codeExpired')
    const token = await openSession(tx, account.id, userAgent, at)
    await record(tx, account, 'session.opened', { subjectId: account.id, at })
    return { token, role: account.role, joined: !existing }
  })
}

async function countTry(browserToken: string, at: Date, on: Database) {
  const [challenge] = await on
    .update(challenges)
    .set({ tries: sql`${challenges.tries} + 1` })
    .where(
      and(
        eq(challenges.browserHash, hashToken(browserToken)),
        lt(challenges.tries, CHALLENGE_TRIES),
        gt(challenges.expiresAt, at),
      ),
    )
    .returning({ id: challenges.id, codeHash: challenges.codeHash })
  return challenge
}

async function findAccount(tx: Database, email: string) {
  const [account] = await tx
    .select({ id: accounts.id, role: accounts.role, disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(eq(sql`lower(${accounts.email})`, email))
  return account
}

/**
 * Creates a session and returns its token; only the hash is stored. `factorAt` is set when the sign-in itself was a second
 * factor; without it a staff session waits for one.
 */
export async function openSession(
  tx: Database,
  accountId: string,
  userAgent: string | null,
  at: Date,
  factorAt?: Date,
) {
  const token = createToken()
  await tx.insert(sessions).values({
    tokenHash: hashToken(token),
    accountId,
    createdAt: at,
    lastSeenAt: at,
    factorAt,
    userAgent: userAgent?.slice(0, 300),
  })
  await tx.update(accounts).set({ lastSeenAt: at }).where(eq(accounts.id, accountId))
  return token
}
