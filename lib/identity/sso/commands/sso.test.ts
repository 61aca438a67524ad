import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, identities, logEntries, mails, sessions, ssoAttempts, staffInvitations } from '@/db/schema'
import type { Actor, Admin } from '@/lib/actor'
import { hasFreshFactor } from '@/lib/fresh-factor'
import { openSession } from '@/lib/identity/commands/sign-in'
import { factorsOf } from '@/lib/identity/factors/queries'
import { requestFactorResetFor } from '@/lib/identity/factors/resets/commands/ask'
import { carryOutFactorResets } from '@/lib/identity/factors/resets/commands/carry-out'
import { confirmFactorReset } from '@/lib/identity/factors/resets/commands/confirm'
import { findFactorResetOf } from '@/lib/identity/factors/resets/queries'
import { findSession } from '@/lib/identity/queries'
import { hashToken } from '@/lib/secrets'
import { acceptStaffInvitationIn } from '@/lib/staff/commands/accept'
import { deleteOldChallenges } from '@/lib/worker/forget'
import { testDatabase } from '@/testing/database'
import { anAdmin, aReviewer } from '@/testing/people'
import { anInvitee } from '@/testing/staff'
import { bindingOf, issuerOf } from '../queries'
import type { Claims } from '../rules'
import { finishSso, takeAttempt } from './finish'
import { startSso } from './start'

vi.hoisted(() =>
  Object.assign(process.env, {
    SSO_ISSUER: 'https://id.example',
    SSO_CLIENT_ID: 'portal',
    SSO_CLIENT_SECRET: 'a-secret-for-tests',
    SSO_NAME: 'Example ID',
  }),
)

const { db, as } = testDatabase()
const at = new Date('2026-11-25T10:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000)
const browser = { userAgent: 'Test' }
const refusal = (reason: string) => expect.objectContaining({ reason })
let admin: Admin
beforeAll(async () => {
  await seedProgramme(as.owner)
  admin = await anAdmin(db, { factorAt: at })
})

const claims = (more: Partial<Claims> = {}): Claims => ({
  iss: 'https://id.example',
  sub: `sub-${crypto.randomUUID()}`,
  amr: ['pwd', 'mfa'],
  acr: [],
  auth_time: seconds(at),
  ...more,
})

type SsoRequest = Parameters<typeof startSso>[0]
/** Completes a round trip to the provider with these claims. */
async function roundTrip(
  request: SsoRequest,
  tokenClaims: Claims,
  moment = at,
  back = moment,
  session?: string,
) {
  const attempt = await takeAttempt(await startSso(request, moment, db), back, db)
  if (!attempt) throw new Error('The attempt does not exist.')
  return finishSso(attempt, tokenClaims, { ...browser, session }, acceptStaffInvitationIn, back, db)
}

/** Somebody who has accepted an invitation with single sign-on. */
async function aBound(tokenClaims = claims()) {
  const { token, email, id } = await anInvitee(db, admin, at)
  const { token: session, path } = await roundTrip({ invitation: token }, tokenClaims)
  const [account] = await db.select().from(accounts).where(eq(accounts.email, email))
  if (!account || !session) throw new Error('Nobody joined.')
  const found = await findSession(session, at, db)
  return {
    account,
    session,
    path,
    tokenClaims,
    invitation: { id, token },
    sessionId: String(found?.sessionId),
  }
}
const logged = async (id: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, id))).map(({ action }) => action)

describe('accepting an invitation', () => {
  test('creates the account, binds it to issuer and subject, and opens a session with the factor shown', async () => {
    const { account, session, path, tokenClaims } = await aBound()
    expect(path).toBe('/staff/reviews')
    expect(await findSession(session, at, db)).toMatchObject({ id: account.id, factorAt: at })
    const [bound] = await db.select().from(identities).where(eq(identities.accountId, account.id))
    expect(bound).toMatchObject({ issuer: tokenClaims.iss, subject: tokenClaims.sub, boundAt: at })
    expect(await logged(account.id)).toEqual(
      expect.arrayContaining(['staff.joined', 'identity.bound', 'session.opened']),
    )
    expect(await issuerOf(account.id, db)).toBe(tokenClaims.iss)
    const written = await db.select().from(mails).where(eq(mails.accountId, account.id))
    expect(written.map(({ about }) => about.change)).toContain('sso-bound')
  })

  test('protects the account from enrolment by mailbox alone, also when another provider is configured', async () => {
    const { account } = await aBound()
    await as.owner.update(identities).set({ issuer: 'https://former.example' })
    expect(await factorsOf(account, db)).toMatchObject({ sso: true, passkeys: [], app: false })
  })

  test('works once, and for one account per identity', async () => {
    const { invitation, tokenClaims } = await aBound()
    await expect(roundTrip({ invitation: invitation.token }, tokenClaims)).rejects.toEqual(
      refusal('invitationUsed'),
    )
    const { token, id } = await anInvitee(db, admin, at)
    await expect(roundTrip({ invitation: token }, tokenClaims)).rejects.toEqual(refusal('ssoTaken'))
    const [open] = await db.select().from(staffInvitations).where(eq(staffInvitations.id, id))
    expect(open?.acceptedAt).toBeNull()
  })

  test('by two at once binds one of them', async () => {
    const { token } = await anInvitee(db, admin, at)
    const both = await Promise.allSettled([1, 2].map(() => roundTrip({ invitation: token }, claims())))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused without a second factor, and for a link that is unknown or too old', async () => {
    const { token, id } = await anInvitee(db, admin, at)
    await expect(roundTrip({ invitation: token }, claims({ amr: ['pwd'] }))).rejects.toEqual(
      refusal('ssoNoFactor'),
    )
    await expect(roundTrip({ invitation: 'x' }, claims())).rejects.toEqual(refusal('invitationUnknown'))
    await db.update(staffInvitations).set({ expiresAt: at }).where(eq(staffInvitations.id, id))
    await expect(roundTrip({ invitation: token }, claims())).rejects.toEqual(refusal('invitationExpired'))
  })
})

describe('signing in', () => {
  test('finds the account by issuer and subject, and continues to the requested page', async () => {
    const { account, tokenClaims } = await aBound()
    const { path, token } = await roundTrip({ next: '/staff/reviews/corrections' }, tokenClaims, later(1))
    expect(path).toBe('/staff/reviews/corrections')
    expect(await findSession(String(token), later(1), db)).toMatchObject({ id: account.id })
  })

  test('is refused for an uninvited identity, and one of another issuer; nothing is created', async () => {
    const { tokenClaims } = await aBound()
    const count = async () => [
      await db.$count(accounts),
      await db.$count(identities),
      await db.$count(sessions),
    ]
    const before = await count()
    await expect(roundTrip({}, claims())).rejects.toEqual(refusal('ssoUnknown'))
    await expect(roundTrip({}, { ...tokenClaims, iss: 'https://other.example' })).rejects.toEqual(
      refusal('ssoFailed'),
    )
    expect(await count()).toEqual(before)
  })

  test('is refused for a disabled account', async () => {
    const { account, tokenClaims } = await aBound()
    await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, account.id))
    await expect(roundTrip({}, tokenClaims)).rejects.toEqual(refusal('accountDisabled'))
  })

  test('ends this browser’s previous session', async () => {
    const { tokenClaims } = await aBound()
    const before = await openSession(db, (await aReviewer(db)).id, 'Test', at, at)
    const attempt = await takeAttempt(await startSso({}, at, db), at, db)
    if (!attempt) throw new Error('The attempt does not exist.')
    await finishSso(attempt, tokenClaims, { ...browser, session: before }, acceptStaffInvitationIn, at, db)
    expect(await findSession(before, at, db)).toBeNull()
  })

  test('uses the provider’s time of the proof, and is not fresh without one', async () => {
    const { tokenClaims } = await aBound()
    const factor = async (auth_time?: number) => {
      const { token } = await roundTrip({}, { ...tokenClaims, auth_time })
      const found = await findSession(String(token), at, db)
      return { factorAt: found?.factorAt ?? undefined } as Actor
    }
    expect(await factor(seconds(later(-30)))).toEqual({ factorAt: later(-30) })
    expect(await factor(seconds(later(0.5)))).toEqual({ factorAt: at })
    expect(hasFreshFactor(await factor(seconds(later(30))), at)).toBe(false)
    const silent = await factor(undefined)
    expect(silent.factorAt).toBeDefined()
    expect(hasFreshFactor(silent, at)).toBe(false)
  })
})

describe('a round trip to the provider', () => {
  test('is consumed by the return, and belongs to one browser', async () => {
    const token = await startSso({}, at, db)
    expect(await db.select().from(ssoAttempts).where(eq(ssoAttempts.browserHash, token))).toEqual([])
    expect(await takeAttempt('another-browser', at, db)).toBeUndefined()
    expect(await takeAttempt(undefined, at, db)).toBeUndefined()
    const both = await Promise.all([1, 2].map(() => takeAttempt(token, at, db)))
    expect(both.filter(Boolean)).toHaveLength(1)
  })

  test('may take fifteen minutes; an abandoned one is deleted', async () => {
    expect(await takeAttempt(await startSso({}, at, db), later(15), db)).toBeUndefined()
    const kept = await startSso({}, later(10), db)
    await startSso({}, later(-1), db)
    await deleteOldChallenges(as.worker, later(15))
    expect(await takeAttempt(kept, later(16), db)).toBeDefined()
    expect(await db.$count(ssoAttempts)).toBe(0)
  })
})

describe('confirming one’s identity', () => {
  test('makes the factor of this session fresh', async () => {
    const { session, sessionId, tokenClaims } = await aBound()
    const { path, token } = await roundTrip(
      { session: sessionId, next: '/staff/reviews' },
      { ...tokenClaims, auth_time: seconds(later(20)) },
      later(19),
      later(20),
      session,
    )
    expect({ path, token }).toEqual({ path: '/staff/reviews', token: undefined })
    expect(await findSession(session, later(20), db)).toMatchObject({ factorAt: later(20) })
  })

  test('completes a sign-in by code, whose token is invalid afterwards', async () => {
    const { account, tokenClaims } = await aBound()
    const pending = await openSession(db, account.id, 'Test', at)
    const found = await findSession(pending, at, db)
    const { token } = await roundTrip({ session: String(found?.sessionId) }, tokenClaims, at, at, pending)
    expect(await findSession(pending, at, db)).toBeNull()
    expect(await findSession(String(token), at, db)).toMatchObject({ id: account.id, factorAt: at })
  })

  test('is refused by somebody else, with an old proof, and without a time', async () => {
    const [{ session, sessionId, tokenClaims }, other] = [await aBound(), await aBound()]
    const ask = (more: Partial<Claims>, by = session) =>
      roundTrip({ session: sessionId }, { ...tokenClaims, ...more }, later(30), later(30), by)
    const now = { auth_time: seconds(later(30)) }
    await expect(ask(now, other.session)).rejects.toEqual(refusal('ssoSomebodyElse')) // another session in this browser
    await expect(ask({ sub: other.tokenClaims.sub })).rejects.toEqual(refusal('ssoSomebodyElse'))
    await expect(ask({ sub: 'a-stranger' })).rejects.toEqual(refusal('ssoSomebodyElse'))
    await expect(ask({ auth_time: seconds(later(24)) })).rejects.toEqual(refusal('ssoNotFresh'))
    await expect(ask({ auth_time: seconds(later(28)) })).rejects.toEqual(refusal('ssoNotFresh')) // before the request
    await expect(ask({ auth_time: undefined })).rejects.toEqual(refusal('ssoNotFresh'))
    await expect(ask({ auth_time: seconds(later(30)), amr: ['pwd'] })).rejects.toEqual(refusal('ssoNoFactor'))
    const [row] = await db
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, hashToken(session)))
    expect(row?.factorAt).toEqual(at)
  })

  test('in a session that has ended fails', async () => {
    const { sessionId } = await aBound()
    const token = await startSso({ session: sessionId }, at, db)
    await db.delete(sessions).where(eq(sessions.id, sessionId))
    expect(await takeAttempt(token, at, db)).toBeUndefined()
  })
})

describe('a binding that can no longer be used', () => {
  test('ends like a lost factor, after two people and a day; the identity is unknown from then on', async () => {
    const { account, session, tokenClaims } = await aBound()
    expect(await bindingOf(admin, account.id, db)).toEqual({ issuer: tokenClaims.iss, at })
    const second = await anAdmin(db, { factorAt: at })
    await requestFactorResetFor(admin, { account: account.id, reason: 'The provider is gone' }, at, db)
    const reset = await findFactorResetOf(admin, account.id, db)
    await confirmFactorReset(second, String(reset?.id), at, db)
    expect(await carryOutFactorResets(later(24 * 60 - 1), as.worker)).toEqual([])
    expect(await carryOutFactorResets(later(24 * 60), as.worker)).toEqual([account.id])
    expect(await bindingOf(admin, account.id, db)).toBeNull()
    expect(await findSession(session, at, db)).toBeNull()
    await expect(roundTrip({}, tokenClaims)).rejects.toEqual(refusal('ssoUnknown'))
  })

  test('can only be ended by the worker, by privilege', async () => {
    const { account } = await aBound()
    await expect(db.delete(identities).where(eq(identities.accountId, account.id))).rejects.toThrow()
  })
})
