import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, ceremonies, logEntries, mails, passkeys, sessions } from '@/db/schema'
import type { Person } from '@/lib/actor'
import { findSession } from '@/lib/identity/queries'
import { awaitsFactor } from '@/lib/identity/rules'
import { deleteOldChallenges } from '@/lib/worker/forget'
import { testDatabase } from '@/testing/database'
import { anAuthenticator, aPending, enrolled, inSession } from '@/testing/factors'
import { aMember, anAdmin, aReviewer } from '@/testing/people'
import { factorsOf } from '../queries'
import { CEREMONY_LIFE, MAX_PASSKEYS } from '../rules'
import { removePasskey, renamePasskey } from './change'
import { addPasskey, startEnrolment } from './enrol'
import { startPasskeyCheck, verifyPasskey } from './show'
import { signInWithPasskey, startPasskeySignIn } from './sign-in'

const { db, as } = testDatabase()
const at = new Date('2026-11-25T10:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
const refusal = (reason: string) => expect.objectContaining({ reason })
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36'

beforeAll(() => seedProgramme(as.owner))

const sessionOf = async ({ sessionId = '' }: Person) =>
  (await db.select().from(sessions).where(eq(sessions.id, sessionId)))[0]
const loggedBy = async ({ id }: Person) =>
  (await db.select({ action: logEntries.action }).from(logEntries).where(eq(logEntries.actorId, id))).map(
    ({ action }) => action,
  )
const mailsTo = async ({ id }: Person) => db.select().from(mails).where(eq(mails.accountId, id))
const namesOf = async (person: Person) => (await factorsOf(person)).passkeys.map(({ name }) => name)

describe('the first factor of somebody on the staff', () => {
  test('lets them in with a new token, and is logged and mailed', async () => {
    const pending = await aPending(db, await aReviewer(db), at)
    const before = await sessionOf(pending)
    expect(awaitsFactor({ role: 'reviewer', factorAt: before?.factorAt ?? null })).toBe(true)
    const created = anAuthenticator().create(await startEnrolment(pending, at))
    const token = await addPasskey(pending, created, CHROME, later(1))
    expect(await findSession(String(token), later(1))).toMatchObject({ id: pending.id, factorAt: later(1) })
    expect((await sessionOf(pending))?.tokenHash).not.toBe(before?.tokenHash)
    expect(await namesOf(pending)).toEqual(['Chrome, Windows'])
    expect(await loggedBy(pending)).toEqual(['passkey.added', 'factor.shown'])
    expect(await mailsTo(pending)).toMatchObject([
      { template: 'factor-changed', about: { change: 'passkey-added', name: 'Chrome, Windows' } },
    ])
  })

  test('is set up by code alone only once: someone reading the mailbox later cannot add another', async () => {
    const reviewer = await aReviewer(db)
    const [one, two] = [await aPending(db, reviewer, at), await aPending(db, reviewer, at)]
    const second = await startEnrolment(two, at)
    await enrolled(db, one, at)
    await expect(startEnrolment(two, at)).rejects.toEqual(refusal('stepUp'))
    await expect(addPasskey(two, anAuthenticator().create(second), null, at)).rejects.toEqual(
      refusal('stepUp'),
    )
    expect(await namesOf(reviewer)).toHaveLength(1)
  })

  test('two tabs at once set up one', async () => {
    const pending = await aPending(db, await aReviewer(db), at)
    const begun = await Promise.all([startEnrolment(pending, at), startEnrolment(pending, at)])
    const both = await Promise.allSettled(
      begun.map((options) => addPasskey(pending, anAuthenticator().create(options), null, at)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await namesOf(pending)).toHaveLength(1)
  })

  test('a double click with the same answer adds one', async () => {
    const pending = await aPending(db, await aReviewer(db), at)
    const created = anAuthenticator().create(await startEnrolment(pending, at))
    await addPasskey(pending, created, null, at)
    await expect(addPasskey(pending, created, null, at)).rejects.toEqual(refusal('ceremonyOver'))
  })
})

describe('an answer is refused', () => {
  let person: Person
  beforeEach(async () => {
    person = await aPending(db, await anAdmin(db), at)
  })
  const add = async (authenticator: ReturnType<typeof anAuthenticator>, by = person, when = at) =>
    addPasskey(by, authenticator.create(await startEnrolment(person, at)), null, when)

  test.each([
    ['from another site', { origin: 'https://lumix-pro.example' }],
    ['for another site', { rpId: 'lumix-pro.example' }],
    ['without user verification', { verifies: false }],
  ])('%s', async (_, behaviour) => {
    await expect(add(anAuthenticator(behaviour))).rejects.toEqual(refusal('passkeyRefused'))
    expect(await namesOf(person)).toEqual([])
  })

  test('after five minutes', async () => {
    const tooLate = new Date(at.getTime() + CEREMONY_LIFE)
    await expect(add(anAuthenticator(), person, tooLate)).rejects.toEqual(refusal('ceremonyOver'))
  })

  test('in another session, even the same person’s', async () => {
    const elsewhere = { ...person, sessionId: (await aPending(db, await anAdmin(db), at)).sessionId }
    await expect(add(anAuthenticator(), elsewhere)).rejects.toEqual(refusal('ceremonyOver'))
  })

  test('to a challenge that is not ours', async () => {
    const options = await startEnrolment(person, at)
    const created = anAuthenticator().create({ ...options, challenge: 'not-ours' })
    await expect(addPasskey(person, created, null, at)).rejects.toEqual(refusal('ceremonyOver'))
    const garbage = { ...created, response: { ...created.response, clientDataJSON: 'e30x' } }
    await expect(addPasskey(person, garbage, null, at)).rejects.toEqual(refusal('passkeyRefused'))
  })

  test('a second time, when the first was wrong', async () => {
    const options = await startEnrolment(person, at)
    const wrong = anAuthenticator({ verifies: false }).create(options)
    await expect(addPasskey(person, wrong, null, at)).rejects.toEqual(refusal('passkeyRefused'))
    const right = anAuthenticator().create(options)
    await expect(addPasskey(person, right, null, at)).rejects.toEqual(refusal('ceremonyOver'))
  })
})

describe('the second step of signing in', () => {
  test('with one’s own passkey signs in, with a new token', async () => {
    const admin = await anAdmin(db)
    const passkey = await enrolled(db, await aPending(db, admin, at), at)
    const pending = await aPending(db, admin, later(10))
    const token = await verifyPasskey(
      pending,
      passkey.use(await startPasskeyCheck(pending, later(10))),
      later(11),
    )
    expect(await findSession(String(token), later(11))).toMatchObject({ factorAt: later(11) })
    const [listedPasskey] = (await factorsOf(admin)).passkeys
    expect(listedPasskey?.lastUsedAt).toEqual(later(11))
    expect(await loggedBy(admin)).toContain('factor.shown')
  })

  test('in a session that is signed in already keeps its token, and makes the factor fresh', async () => {
    const admin = await inSession(db, await anAdmin(db), at, later(-10))
    const passkey = await enrolled(db, admin, at)
    const before = await sessionOf(admin)
    expect(
      await verifyPasskey(admin, passkey.use(await startPasskeyCheck(admin, at)), later(1)),
    ).toBeUndefined()
    expect(await sessionOf(admin)).toMatchObject({ tokenHash: before?.tokenHash, factorAt: later(1) })
  })

  test('somebody else’s passkey does not count', async () => {
    const [one, two] = [await aReviewer(db), await aReviewer(db)]
    await enrolled(db, await aPending(db, one, at), at)
    const other = await enrolled(db, await aPending(db, two, at), at)
    const pending = await aPending(db, one, at)
    const answer = other.use(await startPasskeyCheck(pending, at))
    await expect(verifyPasskey(pending, answer, at)).rejects.toEqual(refusal('passkeyUnknown'))
    expect((await sessionOf(pending))?.factorAt).toBeNull()
  })

  test('a cloned passkey is detected by its counter', async () => {
    const admin = await inSession(db, await anAdmin(db), at)
    const passkey = await enrolled(db, admin, at, anAuthenticator({ counts: true }))
    await verifyPasskey(admin, passkey.use(await startPasskeyCheck(admin, at)), at)
    passkey.rewind()
    const answer = passkey.use(await startPasskeyCheck(admin, at))
    await expect(verifyPasskey(admin, answer, at)).rejects.toEqual(refusal('passkeyRefused'))
  })

  test('without a passkey there is nothing to begin', async () =>
    expect(startPasskeyCheck(await aPending(db, await anAdmin(db), at), at)).rejects.toEqual(
      refusal('noPasskey'),
    ))

  test('a session that was ended meanwhile stays ended', async () => {
    const admin = await anAdmin(db)
    const passkey = await enrolled(db, await aPending(db, admin, at), at)
    const pending = await aPending(db, admin, at)
    const answer = passkey.use(await startPasskeyCheck(pending, at))
    await db.delete(sessions).where(eq(sessions.id, pending.sessionId))
    await expect(verifyPasskey(pending, answer, at)).rejects.toEqual(refusal('ceremonyOver'))
  })
})

describe('signing in with a passkey alone', () => {
  const tap = async (passkey: ReturnType<typeof anAuthenticator>, browser?: string, when = at) => {
    const { token, options } = await startPasskeySignIn(browser, undefined, at)
    return signInWithPasskey(token, passkey.use(options), CHROME, when)
  }

  test('signs a member in; for staff it is both steps', async () => {
    const member = await inSession(db, await aMember(db), at)
    const admin = await anAdmin(db)
    const [one, two] = [await enrolled(db, member, at), await enrolled(db, await aPending(db, admin, at), at)]
    const [first, second] = [await tap(one), await tap(two, undefined, later(2))]
    expect(first.role).toBe('member')
    expect(await findSession(first.token, at)).toMatchObject({ id: member.id })
    expect(await findSession(second.token, later(2))).toMatchObject({ id: admin.id, factorAt: later(2) })
    expect(await loggedBy(member)).toContain('session.opened')
  })

  test('works once, within five minutes, in the browser that began', async () => {
    const passkey = await enrolled(db, await inSession(db, await aMember(db), at), at)
    const { token, options } = await startPasskeySignIn(undefined, undefined, at)
    const answer = passkey.use(options)
    const over = refusal('ceremonyOver')
    await expect(signInWithPasskey('another', answer, null, at)).rejects.toEqual(over)
    await expect(signInWithPasskey(undefined, answer, null, at)).rejects.toEqual(over)
    await expect(signInWithPasskey(token, answer, null, later(5))).rejects.toEqual(over)
    await signInWithPasskey(token, answer, null, later(4))
    await expect(signInWithPasskey(token, answer, null, later(4))).rejects.toEqual(over)
  })

  test('two tabs of one browser do not disturb each other', async () => {
    const passkey = await enrolled(db, await inSession(db, await aMember(db), at), at)
    const one = await startPasskeySignIn(undefined, undefined, at)
    const two = await startPasskeySignIn(one.token, undefined, at)
    expect(two.token).toBe(one.token)
    await signInWithPasskey(one.token, passkey.use(one.options), null, at)
  })

  test('refuses an unknown passkey, one that names somebody else, and one of a disabled account', async () => {
    const member = await inSession(db, await aMember(db), at)
    const passkey = await enrolled(db, member, at)
    const { options, token } = await startPasskeySignIn(undefined, undefined, at)
    const answer = passkey.use(options)
    const response = {
      ...answer.response,
      userHandle: Buffer.from(crypto.randomUUID()).toString('base64url'),
    }
    const forged = { ...answer, response }
    await expect(signInWithPasskey(token, forged, null, at)).rejects.toEqual(refusal('passkeyUnknown'))
    await expect(tap(anAuthenticator())).rejects.toEqual(refusal('passkeyUnknown'))
    await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, member.id))
    await expect(tap(passkey)).rejects.toEqual(refusal('accountDisabled'))
  })
})

describe('changing one’s passkeys', () => {
  test('staff who have a factor show it again before they add or remove one', async () => {
    const admin = await anAdmin(db)
    const freshAdmin = await inSession(db, admin, at)
    await enrolled(db, freshAdmin, at)
    const stale = await inSession(db, admin, at, later(-6))
    await expect(startEnrolment(stale, at)).rejects.toEqual(refusal('stepUp'))
    const [listedPasskey] = (await factorsOf(admin)).passkeys
    await expect(removePasskey(stale, String(listedPasskey?.id), at)).rejects.toEqual(refusal('stepUp'))
  })

  test('staff keep their last one; of two, one can be removed, with a mail and a log entry', async () => {
    const admin = await inSession(db, await anAdmin(db), at)
    await enrolled(db, admin, at)
    const [first] = (await factorsOf(admin)).passkeys
    await expect(removePasskey(admin, String(first?.id), at)).rejects.toEqual(refusal('lastFactor'))
    expect(await namesOf(admin)).toHaveLength(1)
    await enrolled(db, admin, later(1))
    await removePasskey(admin, String(first?.id), later(2))
    await expect(removePasskey(admin, String(first?.id), later(2))).rejects.toEqual(refusal('notFound'))
    expect(await loggedBy(admin)).toContain('passkey.removed')
    expect((await mailsTo(admin)).at(-1)?.about).toMatchObject({ change: 'passkey-removed', name: 'Passkey' })
  })

  test('of two tabs that remove the two last ones at once, one is refused', async () => {
    const admin = await inSession(db, await anAdmin(db), at)
    await enrolled(db, admin, at)
    await enrolled(db, admin, at)
    const { passkeys: both } = await factorsOf(admin)
    const done = await Promise.allSettled(both.map(({ id }) => removePasskey(admin, id, at)))
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await namesOf(admin)).toHaveLength(1)
  })

  test('a member may have none, and signs in by code as before', async () => {
    const member = await inSession(db, await aMember(db), at)
    await enrolled(db, member, at)
    const [only] = (await factorsOf(member)).passkeys
    await removePasskey(member, String(only?.id), at)
    expect(await namesOf(member)).toEqual([])
  })

  test('owners name their own passkeys; somebody else’s passkey is not found', async () => {
    const [one, two] = [
      await inSession(db, await aMember(db), at),
      await inSession(db, await aMember(db), at),
    ]
    await enrolled(db, one, at)
    const [listedPasskey] = (await factorsOf(one)).passkeys
    const id = String(listedPasskey?.id)
    await renamePasskey(one, { id, name: 'Phone' }, at)
    expect(await namesOf(one)).toEqual(['Phone'])
    await expect(renamePasskey(two, { id, name: 'Mine' }, at)).rejects.toEqual(refusal('notFound'))
    await expect(removePasskey(two, id, at)).rejects.toEqual(refusal('notFound'))
    expect(await loggedBy(one)).toContain('passkey.renamed')
  })

  test('the same passkey is not stored twice, and there are 20 at most', async () => {
    const member = await inSession(db, await aMember(db), at)
    const passkey = await enrolled(db, member, at)
    const again = passkey.create(await startEnrolment(member, at))
    await expect(addPasskey(member, again, null, at)).rejects.toEqual(refusal('passkeyKnown'))
    const rows = Array.from({ length: MAX_PASSKEYS - 1 }, (_, i) => ({
      accountId: member.id,
      credentialId: `${member.id}${i}`,
      publicKey: 'x',
      counter: 0,
      transports: [],
      backedUp: true,
      name: `Passkey ${i}`,
      createdAt: at,
    }))
    await db.insert(passkeys).values(rows)
    await expect(startEnrolment(member, at)).rejects.toEqual(refusal('tooManyPasskeys'))
  })

  test('a disabled account adds nothing', async () => {
    const member = await inSession(db, await aMember(db), at)
    const created = anAuthenticator().create(await startEnrolment(member, at))
    await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, member.id))
    await expect(addPasskey(member, created, null, at)).rejects.toEqual(refusal('notAllowed'))
  })
})

test('too many started ceremonies are refused', async () => {
  const member = await inSession(db, await aMember(db), at)
  const all = await Promise.allSettled(Array.from({ length: 45 }, () => startEnrolment(member, at)))
  expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(5)
})

test('a ceremony belongs to a session or to a browser, and is deleted by the worker when it is over', async () => {
  const broken = db
    .insert(ceremonies)
    .values({ challenge: 'x', purpose: 'show', browserHash: 'x', expiresAt: at })
  await expect(broken).rejects.toMatchObject({ cause: { constraint: 'ceremonies_bound' } })
  await startEnrolment(await inSession(db, await aMember(db), at), at)
  await deleteOldChallenges(as.worker, later(5.1))
  expect(await db.select().from(ceremonies)).toEqual([])
})
