import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { accounts, correctionRequests, emailChanges, logEntries, members } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { createToken, hashToken } from '@/lib/secrets'
import { testDatabase } from '@/testing/database'
import { aMember } from '@/testing/people'
import { aRegistration } from '@/testing/reviews'
import { ownProfile } from '../queries'
import { changePreferences, correctIdentity } from './details'
import { confirmEmailChange, requestEmailChange } from './email'

const { db } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const refusal = (reason: string) => expect.objectContaining({ reason })
const corrected = { firstName: 'Théa', surname: 'Müller', bornOn: '1990-05-18', why: '' }

let member: Member
beforeEach(async () => {
  member = await aMember(db)
})

const row = async () => (await db.select().from(members).where(eq(members.id, member.ownMemberId)))[0]

describe('name and date of birth', () => {
  test('are corrected at once while nothing is verified', async () => {
    expect(await correctIdentity(member, corrected, at)).toBe('corrected')
    expect(await row()).toMatchObject({ firstName: 'Théa', surname: 'Müller', bornOn: '1990-05-18' })
  })

  test('become a request with a reason once a purchase is verified', async () => {
    await aRegistration(db, member, { state: 'verified', decidedAt: at })
    await expect(correctIdentity(member, corrected, at)).rejects.toEqual(refusal('whyMissing'))
    expect(await correctIdentity(member, { ...corrected, why: 'Marriage' }, at)).toBe('requested')
    expect(await row()).toMatchObject({ firstName: 'Thea' })
    expect(await ownProfile(member, at)).toMatchObject({
      hasVerified: true,
      askedCorrection: expect.any(String),
    })
  })

  test('have at most one open request', async () => {
    await aRegistration(db, member, { state: 'verified', decidedAt: at })
    const ask = () => correctIdentity(member, { ...corrected, why: 'Marriage' }, at)
    await ask()
    await expect(ask()).rejects.toEqual(refusal('correctionWaiting'))
    const requests = await db
      .select()
      .from(correctionRequests)
      .where(eq(correctionRequests.memberId, member.ownMemberId))
    expect(requests).toHaveLength(1)
  })

  test('never make a member younger than 18', async () => {
    await expect(correctIdentity(member, { ...corrected, bornOn: '2010-01-01' }, at)).rejects.toEqual(
      refusal('tooYoung'),
    )
  })
})

test('a move to a country with another operator is refused', async () => {
  const move = (country: string) => changePreferences(member, { country, language: 'de' }, at)
  await expect(move('US')).rejects.toEqual(refusal('countryNotOffered'))
  expect(await row()).toMatchObject({ country: 'DE' })
  await move('FR')
  expect(await row()).toMatchObject({ country: 'FR' })
})

describe('a new address', () => {
  /** Does the worker's job: two links, of which the database stores the hashes. */
  async function sendLinks() {
    const [old, fresh] = [createToken(), createToken()]
    await db
      .update(emailChanges)
      .set({ oldTokenHash: hashToken(old), newTokenHash: hashToken(fresh) })
      .where(eq(emailChanges.accountId, member.id))
    return { old, fresh }
  }
  const address = async () => (await db.select().from(accounts).where(eq(accounts.id, member.id)))[0]?.email

  test('takes effect when both mailboxes have confirmed, in either order', async () => {
    const email = `${crypto.randomUUID()}@example.com`
    await requestEmailChange(member, email, at)
    const { old, fresh } = await sendLinks()
    expect(await confirmEmailChange(fresh, at)).toBe('waiting')
    expect(await address()).not.toBe(email)
    expect(await confirmEmailChange(old, at)).toBe('changed')
    expect(await address()).toBe(email)
    await expect(confirmEmailChange(old, at)).rejects.toEqual(refusal('linkExpired'))
  })

  test('is not confirmed by two clicks in one mailbox', async () => {
    await requestEmailChange(member, `${crypto.randomUUID()}@example.com`, at)
    const { fresh } = await sendLinks()
    await confirmEmailChange(fresh, at)
    expect(await confirmEmailChange(fresh, at)).toBe('waiting')
  })

  test('that belongs to somebody else is refused only when both have confirmed', async () => {
    const email = `${crypto.randomUUID()}@example.com`
    await aMember(db, { email })
    await requestEmailChange(member, email, at)
    const { old, fresh } = await sendLinks()
    await confirmEmailChange(old, at)
    await expect(confirmEmailChange(fresh, at)).rejects.toEqual(refusal('addressTaken'))
  })

  test('expires after a day, and a newer request voids the older links', async () => {
    await requestEmailChange(member, `${crypto.randomUUID()}@example.com`, at)
    const { old } = await sendLinks()
    await expect(confirmEmailChange(old, new Date(at.getTime() + 86_400_000))).rejects.toEqual(
      refusal('linkExpired'),
    )
    await requestEmailChange(member, `${crypto.randomUUID()}@example.com`, at)
    await expect(confirmEmailChange(old, at)).rejects.toEqual(refusal('linkExpired'))
  })
})

test('every change is in the log, without a name or an address', async () => {
  await correctIdentity(member, corrected, at)
  await changePreferences(member, { country: 'FR', language: 'de' }, at)
  const entries = await db.select().from(logEntries).where(eq(logEntries.actorId, member.id))
  expect(entries.map(({ action }) => action).sort()).toEqual([
    'member.identity-corrected',
    'member.preferences-changed',
  ])
  expect(JSON.stringify(entries)).not.toMatch(/Théa|Müller|@/)
})
