import type { Role } from '@/lib/lists'
import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, identities, sessions, ssoAttempts } from '@/db/schema'
import type { Person } from '@/lib/actor'
import { singleSignOn } from '@/lib/env'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { FRESH_FACTOR } from '@/lib/fresh-factor'
import { markFactorVerified } from '@/lib/identity/commands/factor'
import { openSession } from '@/lib/identity/commands/sign-in'
import { cancelFactorResetOnUse } from '@/lib/identity/factors/resets/commands/cancel'
import { awaitsFactor, HOME } from '@/lib/identity/rules'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { hashToken } from '@/lib/secrets'
import { type Claims, provenAt, provesFactor } from '../rules'

/** Accepts the staff invitation with this hash, in the caller's transaction, and returns the created account. */
export type AcceptInvitation = (
  tx: Database,
  invitationHash: string,
  at: Date,
) => Promise<{ accountId: string; role: Role }>

export type Attempt = typeof ssoAttempts.$inferSelect
type Browser = { userAgent: string | null; session?: string }
/** Where to continue, and the token of the opened or continued session. */
type Finished = { path: string; token?: string }

/** Consumes this browser's sign-on attempt, whatever its outcome; undefined when there is none, or it took too long. */
export async function takeAttempt(token: string | undefined, at: Date, on: Database = db) {
  const [attempt] = await on
    .delete(ssoAttempts)
    .where(eq(ssoAttempts.browserHash, hashToken(token ?? '')))
    .returning()
  return attempt && attempt.expiresAt > at ? attempt : undefined
}

/**
 * Completes an attempt with the provider's claims: signs in, accepts an invitation, or confirms somebody's identity, depending on
 * why it was started. Refuses an identity that is not bound, an account that is disabled, and claims that show no second factor.
 */
export async function finishSso(
  attempt: Attempt,
  claims: Claims,
  browser: Browser,
  accept: AcceptInvitation,
  at: Date,
  on: Database = db,
): Promise<Finished> {
  const provider = singleSignOn()
  if (!provider || claims.iss !== provider.issuer) throw new Refusal('ssoFailed')
  if (!provesFactor(claims, provider.proofs)) throw new Refusal('ssoNoFactor')
  return on.transaction(async (tx) => {
    if (attempt.sessionId) return confirm(tx, attempt, claims, browser, at)
    if (attempt.invitationHash) await bind(tx, attempt.invitationHash, claims, accept, at)
    return openBoundSession(tx, attempt, claims, browser, at)
  })
}

/** Accepts the invitation, and binds its account to the provider's identity. */
async function bind(
  tx: Database,
  invitationHash: string,
  claims: Claims,
  accept: AcceptInvitation,
  at: Date,
) {
  const { accountId, role } = await accept(tx, invitationHash, at)
  const identity = { accountId, issuer: claims.iss, subject: claims.sub, boundAt: at }
  await tx.insert(identities).values(identity).catch(refuseBound)
  await record(tx, { id: accountId, role }, 'identity.bound', { subjectId: accountId, at })
  await queueMail(tx, 'factor-changed', accountId, { change: 'sso-bound', at: at.toISOString() })
}

function refuseBound(error: unknown): never {
  if (brokenConstraint(error) === 'identities_subject') throw new Refusal('ssoTaken')
  throw error
}

/** Opens a session for the account bound to this identity, and ends the browser's previous session. */
async function openBoundSession(tx: Database, { next }: Attempt, claims: Claims, browser: Browser, at: Date) {
  const account = await findBoundAccount(tx, claims)
  if (!account) throw new Refusal('ssoUnknown')
  if (account.disabledAt) throw new Refusal('accountDisabled')
  if (browser.session) await tx.delete(sessions).where(eq(sessions.tokenHash, hashToken(browser.session)))
  // Without a time from the provider the second factor counts as shown, but not as fresh.
  const factorAt = provenAt(claims, at) ?? new Date(at.getTime() - FRESH_FACTOR - 1)
  const token = await openSession(tx, account.id, browser.userAgent, at, factorAt)
  await record(tx, account, 'session.opened', { subjectId: account.id, reason: 'single sign-on', at })
  await cancelFactorResetOnUse(tx, account, at)
  return { path: next ?? HOME[account.role], token }
}

/**
 * Shows the provider's factor in the session that requested it and is still this browser's: by the same person, and within the
 * last five minutes.
 */
async function confirm(
  tx: Database,
  { sessionId, next, createdAt }: Attempt,
  claims: Claims,
  browser: Browser,
  at: Date,
) {
  const [current] = await tx
    .select({
      sessionId: sessions.id,
      id: accounts.id,
      role: accounts.role,
      language: accounts.language,
      factorAt: sessions.factorAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.id, sessionId ?? ''), eq(sessions.tokenHash, hashToken(browser.session ?? ''))))
  const account = await findBoundAccount(tx, claims)
  if (!current || current.id !== account?.id) throw new Refusal('ssoSomebodyElse')
  if (account.disabledAt) throw new Refusal('accountDisabled')
  const proven = provenAt(claims, at)
  if (!proven || !isFresh(proven, createdAt, at)) throw new Refusal('ssoNotFresh')
  const person = { ...current, ...(awaitsFactor(current) && { pending: true }) } as Person
  const token = await markFactorVerified(tx, person, proven)
  return { path: next ?? HOME[account.role], token }
}

/** The provider's clock may be a little behind ours, so that a proof may seem to precede the request. */
const CLOCK_TOLERANCE = 60_000

const isFresh = (proven: Date, requestedAt: Date, at: Date) =>
  at.getTime() - proven.getTime() <= FRESH_FACTOR &&
  proven.getTime() >= requestedAt.getTime() - CLOCK_TOLERANCE

async function findBoundAccount(tx: Database, { iss, sub }: Claims) {
  const [account] = await tx
    .select({ id: accounts.id, role: accounts.role, disabledAt: accounts.disabledAt })
    .from(identities)
    .innerJoin(accounts, eq(accounts.id, identities.accountId))
    .where(and(eq(identities.issuer, iss), eq(identities.subject, sub)))
  return account && account.role !== 'member' ? account : undefined
}
