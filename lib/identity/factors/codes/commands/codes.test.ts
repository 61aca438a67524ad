import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { mails, recoveryCodes, sessions } from '@/db/schema'
import { halfSignedIn } from '@/testing/authenticator-apps'
import { testDatabase } from '@/testing/database'
import { anAdmin, aReviewer } from '@/testing/people'
import { factorsOf } from '../../queries'
import { createRecoveryCodes } from './make'
import { redeemRecoveryCode } from './spend'

const { db, as } = testDatabase()
const at = new Date('2026-11-24T10:00:00Z')
beforeAll(() => seedProgramme(as.owner))

const mailsTo = async (id: string) =>
  (await db.select().from(mails).where(eq(mails.accountId, id)))
    .filter(({ template }) => template === 'recovery-codes')
    .map(({ about }) => about.what)
async function withCodes() {
  const reviewer = { ...(await aReviewer(db)), factorAt: at }
  const codes = await createRecoveryCodes(reviewer, at)
  return { reviewer, codes, code: String(codes[0]), person: await halfSignedIn(db, reviewer, at) }
}

describe('a recovery code', () => {
  test('signs in once, is counted, and notified by mail', async () => {
    const { reviewer, person, code } = await withCodes()
    expect(await redeemRecoveryCode(person, code, at)).toBeDefined()
    const [session] = await db.select().from(sessions).where(eq(sessions.id, person.sessionId))
    expect(session?.factorAt).toEqual(at)
    expect((await factorsOf(reviewer)).recoveryCodes).toBe(9)
    expect(await mailsTo(reviewer.id)).toEqual(['made', 'used'])
    const again = await halfSignedIn(db, reviewer, at)
    await expect(redeemRecoveryCode(again, code, at)).rejects.toMatchObject({
      reason: 'recoveryUsed',
      field: 'code',
    })
  })

  test('when two use one at once, it works for one of them', async () => {
    const { reviewer, person, code } = await withCodes()
    const thief = await halfSignedIn(db, reviewer, at)
    const both = await Promise.allSettled([
      redeemRecoveryCode(person, code, at),
      redeemRecoveryCode(thief, code, at),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await factorsOf(reviewer)).recoveryCodes).toBe(9)
  })

  test('of somebody else, or an unknown one, is refused', async () => {
    const [mine, other] = [await withCodes(), await withCodes()]
    for (const code of [other.code, '0000000000'])
      await expect(redeemRecoveryCode(mine.person, code, at)).rejects.toMatchObject({
        reason: 'recoveryWrong',
      })
    expect((await factorsOf(other.reviewer)).recoveryCodes).toBe(10)
  })

  test('is tried ten times an hour and no more', async () => {
    const { person, code } = await withCodes()
    for (let count = 0; count < 10; count++)
      await expect(redeemRecoveryCode(person, '0000000000', at)).rejects.toMatchObject({
        reason: 'recoveryWrong',
      })
    await expect(redeemRecoveryCode(person, code, at)).rejects.toMatchObject({ reason: 'tooMany' })
  })
})

describe('new codes', () => {
  test('are ten, and never stored in a form that could be typed', async () => {
    const { reviewer, codes } = await withCodes()
    expect(new Set(codes).size).toBe(10)
    const stored = await db.select().from(recoveryCodes).where(eq(recoveryCodes.accountId, reviewer.id))
    expect(stored).toHaveLength(10)
    for (const code of codes) expect(JSON.stringify(stored)).not.toContain(code)
  })

  test('void the previous ones, and are notified by mail', async () => {
    const { reviewer, person, code } = await withCodes()
    const codes = await createRecoveryCodes(reviewer, at)
    expect(new Set(codes).size).toBe(10)
    await expect(redeemRecoveryCode(person, code, at)).rejects.toMatchObject({ reason: 'recoveryWrong' })
    await redeemRecoveryCode(person, String(codes[9]), at)
    expect(await mailsTo(reviewer.id)).toEqual(['made', 'made', 'used'])
  })

  test('need a fresh factor, and are refused for admins', async () => {
    const { reviewer } = await withCodes()
    const stale = { ...reviewer, factorAt: new Date(at.getTime() - 6 * 60_000) }
    await expect(createRecoveryCodes(stale, at)).rejects.toMatchObject({ reason: 'stepUp' })
    const admin = await anAdmin(db, { factorAt: at })
    await expect(createRecoveryCodes(admin, at)).rejects.toMatchObject({ reason: 'codesNotForAdmins' })
    const forced = db
      .insert(recoveryCodes)
      .values({ accountId: admin.id, role: 'admin', codeHash: 'a'.repeat(64), createdAt: at })
    await expect(forced).rejects.toMatchObject({ cause: { constraint: 'recovery_codes_desk_and_reviewers' } })
    const plain = as.owner.update(recoveryCodes).set({ codeHash: 'ABCDE12345' })
    await expect(plain).rejects.toMatchObject({ cause: { constraint: 'recovery_codes_are_hashed' } })
  })
})
