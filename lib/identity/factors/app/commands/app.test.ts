import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, authenticators, logEntries, mails, passkeys, sessions } from '@/db/schema'
import { actAs } from '@/lib/identity/act-as'
import { changeRole } from '@/lib/staff/commands/people'
import { anApp, codeAt, halfSignedIn, secretOf, steps } from '@/testing/authenticator-apps'
import { testDatabase } from '@/testing/database'
import { anAuthenticator } from '@/testing/factors'
import { aMember, anAdmin, aReviewer } from '@/testing/people'
import { createRecoveryCodes } from '../../codes/commands/make'
import { removePasskey } from '../../commands/change'
import { factorsOf } from '../../queries'
import { hasFactor } from '../../rules'
import { findPendingApp } from '../queries'
import { ENROLMENT_LIFE, secretText } from '../rules'
import { beginAppEnrolment, confirmAppEnrolment } from './enrol'
import { removeApp } from './remove'
import { verifyAppCode } from './show'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
const minutes = (count: number) => new Date(at.getTime() + count * 60_000)
beforeAll(() => seedProgramme(as.owner))

const rowsOf = (id: string) => db.select().from(authenticators).where(eq(authenticators.accountId, id))
const actions = async (id: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, id)))
    .map(({ action }) => action)
    .filter((action) => action.startsWith('factor.'))
const shownIn = async (sessionId: string | undefined) =>
  (
    await db
      .select()
      .from(sessions)
      .where(eq(sessions.id, String(sessionId)))
  )[0]?.factorAt
const mailsTo = async (id: string) =>
  (await db.select().from(mails).where(eq(mails.accountId, id))).flatMap(({ about }) => about.change ?? [])
async function insertPasskey({ id }: { id: string }) {
  const [passkey] = await db.insert(passkeys).values(anAuthenticator().row(id)).returning({ id: passkeys.id })
  return String(passkey?.id)
}
/** Somebody with an app, signed in by code some time after enrolling it. */
async function withApp() {
  const reviewer = await aReviewer(db)
  const secret = await anApp(db, reviewer, minutes(-60))
  return { reviewer, secret, person: await halfSignedIn(db, reviewer, at) }
}

describe('enrolling an app', () => {
  test('takes effect with its first code, which also shows the factor', async () => {
    const person = await halfSignedIn(db, await aReviewer(db), at)
    await beginAppEnrolment(person, at)
    expect(await factorsOf(person)).toMatchObject({ app: false })
    const waiting = await findPendingApp(person, at)
    const secret = waiting?.secret ?? new Uint8Array()
    expect(secret).toHaveLength(20)
    expect(await confirmAppEnrolment(person, codeAt(secret, at), at)).toBeDefined()
    expect(await factorsOf(person)).toMatchObject({ app: true })
    expect(await shownIn(person.sessionId)).toEqual(at)
    expect(await actions(person.id)).toEqual(['factor.app-begun', 'factor.app-added', 'factor.shown'])
  })

  test('stores the secret encrypted', async () => {
    const { reviewer, secret } = await withApp()
    const [row] = await rowsOf(reviewer.id)
    expect(row?.secret).toMatch(/^[A-Za-z0-9_-]{64}$/)
    expect(row?.secret).not.toContain(secretText(secret))
  })

  test('refuses a wrong first code, a late one, and one without an enrolment', async () => {
    const person = await halfSignedIn(db, await aReviewer(db), at)
    await expect(confirmAppEnrolment(person, '123456', at)).rejects.toMatchObject({ reason: 'appNotWaiting' })
    await beginAppEnrolment(person, at)
    const secret = (await findPendingApp(person, at))?.secret ?? new Uint8Array()
    const refused = (code: string, moment: Date) => expect(confirmAppEnrolment(person, code, moment)).rejects
    await refused(codeAt(secret, steps(at, 2)), at).toMatchObject({ reason: 'appCodeWrong', field: 'code' })
    const late = new Date(at.getTime() + ENROLMENT_LIFE)
    await refused(codeAt(secret, late), late).toMatchObject({ reason: 'appNotWaiting' })
    expect(await factorsOf(person)).toMatchObject({ app: false })
  })

  test('begun again, discards the previous secret', async () => {
    const person = await halfSignedIn(db, await aReviewer(db), at)
    await beginAppEnrolment(person, at)
    const before = (await findPendingApp(person, at))?.secret ?? new Uint8Array()
    await beginAppEnrolment(person, at)
    await expect(confirmAppEnrolment(person, codeAt(before, at), at)).rejects.toMatchObject({
      reason: 'appCodeWrong',
    })
    expect(await rowsOf(person.id)).toHaveLength(1)
  })

  test('a second one needs the first to be shown, and replaces it', async () => {
    const { reviewer, person, secret } = await withApp()
    await expect(beginAppEnrolment(person, at)).rejects.toMatchObject({ reason: 'stepUp' })
    const fresh = { ...reviewer, sessionId: person.sessionId, factorAt: at }
    await verifyAppCode(person, codeAt(secret, at), at)
    await beginAppEnrolment(fresh, at)
    expect(await secretOf(db, reviewer)).toEqual(secret)
    const next = (await findPendingApp(fresh, at))?.secret ?? new Uint8Array()
    await confirmAppEnrolment(fresh, codeAt(next, at), at)
    expect(await secretOf(db, reviewer)).toEqual(next)
    expect(await rowsOf(reviewer.id)).toHaveLength(1)
  })

  test('of two first enrolments at once in two sessions, one has to show the other', async () => {
    const reviewer = await aReviewer(db)
    const [one, two] = [await halfSignedIn(db, reviewer, at), await halfSignedIn(db, reviewer, at)]
    await beginAppEnrolment(one, at)
    const secret = (await findPendingApp(one, at))?.secret ?? new Uint8Array()
    const both = await Promise.allSettled([
      confirmAppEnrolment(one, codeAt(secret, at), at),
      confirmAppEnrolment(two, codeAt(secret, steps(at, 1)), at),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'stepUp' } })
  })

  test('is refused for admins and members', async () => {
    for (const actor of [await anAdmin(db, { factorAt: at }), await aMember(db)]) {
      await expect(beginAppEnrolment(actor, at)).rejects.toMatchObject({ reason: 'appNotForAdmins' })
      await expect(confirmAppEnrolment(actor, '123456', at)).rejects.toMatchObject({
        reason: 'appNotForAdmins',
      })
    }
  })
})

describe('showing an app', () => {
  test('signs in, once per code', async () => {
    const { person, secret } = await withApp()
    const code = codeAt(secret, at)
    expect(await verifyAppCode(person, code, at)).toBeDefined()
    expect(await shownIn(person.sessionId)).toEqual(at)
    const again = await halfSignedIn(db, person, at)
    await expect(verifyAppCode(again, code, at)).rejects.toMatchObject({
      reason: 'appCodeUsed',
      field: 'code',
    })
    expect(await shownIn(again.sessionId)).toBeNull()
    await verifyAppCode(again, codeAt(secret, steps(at, 1)), at)
  })

  test('an earlier code than the last one is used up as well', async () => {
    const { person, secret } = await withApp()
    await verifyAppCode(person, codeAt(secret, steps(at, 1)), at)
    const again = await halfSignedIn(db, person, at)
    for (const step of [-1, 0])
      await expect(verifyAppCode(again, codeAt(secret, steps(at, step)), at)).rejects.toMatchObject({
        reason: 'appCodeUsed',
      })
  })

  test('the code that enrolled it does not sign in', async () => {
    const reviewer = await aReviewer(db)
    const secret = await anApp(db, reviewer, at)
    const person = await halfSignedIn(db, reviewer, at)
    await expect(verifyAppCode(person, codeAt(secret, at), at)).rejects.toMatchObject({
      reason: 'appCodeUsed',
    })
  })

  test('when two send one code at once, it works for one of them', async () => {
    const { reviewer, person, secret } = await withApp()
    const thief = await halfSignedIn(db, reviewer, at)
    const code = codeAt(secret, at)
    const both = await Promise.allSettled([verifyAppCode(person, code, at), verifyAppCode(thief, code, at)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'appCodeUsed' },
    })
  })

  test('somebody else’s code, a wrong one, and one of two steps ago are refused', async () => {
    const [mine, other] = [await withApp(), await withApp()]
    for (const code of [codeAt(other.secret, at), codeAt(mine.secret, steps(at, -2))])
      await expect(verifyAppCode(mine.person, code, at)).rejects.toMatchObject({ reason: 'appCodeWrong' })
    const nobody = await halfSignedIn(db, await aReviewer(db), at)
    await expect(verifyAppCode(nobody, '123456', at)).rejects.toMatchObject({ reason: 'appUnknown' })
  })

  test('tries are counted before the code is checked, also concurrent ones', async () => {
    const { person, secret } = await withApp()
    const wrong = codeAt(secret, steps(at, 5))
    const tries = Array.from({ length: 12 }, () => verifyAppCode(person, wrong, at))
    const reasons = (await Promise.allSettled(tries)).map(
      (one) => one.status === 'rejected' && one.reason.reason,
    )
    expect(reasons.filter((reason) => reason === 'tooMany').length).toBeGreaterThanOrEqual(2)
    await expect(verifyAppCode(person, codeAt(secret, at), at)).rejects.toMatchObject({ reason: 'tooMany' })
  })

  test('a secret that was copied into another account’s row does not work', async () => {
    const [mine, other] = [await withApp(), await withApp()]
    const [stolen] = await rowsOf(mine.person.id)
    await as.owner
      .update(authenticators)
      .set({ secret: String(stolen?.secret) })
      .where(eq(authenticators.accountId, other.person.id))
    await expect(verifyAppCode(other.person, codeAt(mine.secret, at), at)).rejects.toThrow()
    expect(await shownIn(other.person.sessionId)).toBeNull()
  })
})

describe('removing an app', () => {
  test('needs a fresh factor, and is refused when it is the last', async () => {
    const { reviewer } = await withApp()
    await expect(removeApp({ ...reviewer, factorAt: minutes(-6) }, at)).rejects.toMatchObject({
      reason: 'stepUp',
    })
    await expect(removeApp({ ...reviewer, factorAt: at }, at)).rejects.toMatchObject({ reason: 'lastFactor' })
    expect(await factorsOf(reviewer)).toMatchObject({ app: true })
  })

  test('works beside a passkey, once; the codes stay', async () => {
    const { reviewer } = await withApp()
    await insertPasskey(reviewer)
    const fresh = { ...reviewer, factorAt: at }
    await createRecoveryCodes(fresh, at)
    await removeApp(fresh, at)
    await expect(removeApp(fresh, at)).rejects.toMatchObject({ reason: 'alreadyDone' })
    expect(await factorsOf(reviewer)).toMatchObject({ app: false, recoveryCodes: 10 })
    expect(await mailsTo(reviewer.id)).toEqual(['app-added', 'app-removed'])
  })

  test('and the only passkey at once leaves one of the two', async () => {
    for (let round = 0; round < 5; round++) {
      const { reviewer } = await withApp()
      const id = await insertPasskey(reviewer)
      const fresh = { ...reviewer, factorAt: at }
      const both = await Promise.allSettled([removeApp(fresh, at), removePasskey(fresh, id, at)])
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { reason: 'lastFactor' },
      })
      expect(hasFactor(await factorsOf(reviewer))).toBe(true)
    }
  })
})

describe('an admin', () => {
  test('has no app: nobody becomes an admin with only an app', async () => {
    const { reviewer } = await withApp()
    const admin = await anAdmin(db, { factorAt: at })
    const promoted = changeRole(admin, { id: reviewer.id, role: 'admin', centre: undefined }, at)
    await expect(promoted).rejects.toMatchObject({ reason: 'adminNeedsPasskey' })
  })

  test('keeps their passkey, but neither app nor codes', async () => {
    const { reviewer } = await withApp()
    await insertPasskey(reviewer)
    await createRecoveryCodes({ ...reviewer, factorAt: at }, at)
    const admin = await anAdmin(db, { factorAt: at })
    await changeRole(admin, { id: reviewer.id, role: 'admin', centre: undefined }, at)
    const left = await factorsOf(reviewer)
    expect(left).toMatchObject({ app: false, recoveryCodes: 0 })
    expect(left.passkeys).toHaveLength(1)
    expect(await actions(reviewer.id)).toContain('factor.app-removed')
    expect(await mailsTo(reviewer.id)).toEqual(['app-added', 'app-removed'])
  })

  test('the database enforces it: no app for an admin, and no admin role with an app', async () => {
    const { reviewer } = await withApp()
    const broken = (constraint: string) => ({ cause: { constraint } })
    const raised = db.update(accounts).set({ role: 'admin' }).where(eq(accounts.id, reviewer.id))
    await expect(raised).rejects.toMatchObject({
      cause: { constraint: expect.stringMatching(/_desk_and_reviewers$/) },
    })
    const admin = await anAdmin(db)
    const [row] = await rowsOf(reviewer.id)
    const forAdmin = { accountId: admin.id, secret: String(row?.secret), createdAt: at }
    await expect(db.insert(authenticators).values({ ...forAdmin, role: 'admin' })).rejects.toMatchObject(
      broken('authenticators_desk_and_reviewers'),
    )
    await expect(db.insert(authenticators).values({ ...forAdmin, role: 'reviewer' })).rejects.toMatchObject({
      cause: { code: '23503' },
    })
    const plain = as.owner
      .update(authenticators)
      .set({ secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })
      .where(and(eq(authenticators.accountId, reviewer.id)))
    await expect(plain).rejects.toMatchObject(broken('authenticators_secret_is_sealed'))
    expect(await actAs(db, reviewer.id)).toMatchObject({ role: 'reviewer' })
  })
})
