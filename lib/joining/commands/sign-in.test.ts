import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { acceptances, accounts, challenges, members, memberships, sessions } from '@/db/schema'
import { env } from '@/lib/env'
import { hashCode } from '@/lib/identity/code'
import { restartSignIn, startSignIn } from '@/lib/identity/commands/challenge'
import { signOutEverywhere } from '@/lib/identity/commands/sign-out'
import { findSession } from '@/lib/identity/queries'
import { hashToken } from '@/lib/secrets'
import { textOn } from '@/lib/texts/queries/texts'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import type { Join } from '../input'
import { signInOrJoin } from './sign-in'
import { startJoin } from './start'

const { db } = testDatabase()
const at = new Date('2026-11-20T10:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
const CODE = 'K7QM2XHD'

let person: Join
beforeEach(async () => {
  const [terms, privacy] = [await textOn('terms', '2026-11-20'), await textOn('privacy', '2026-11-20')]
  const email = `${crypto.randomUUID()}@example.com`
  const who = { firstName: 'Żaneta', surname: 'Przykładowska', bornOn: '1988-02-29', country: 'PL' }
  person = { ...who, email, language: 'en', terms: terms.id, privacy: privacy.id }
})

/** Does the worker's job for a challenge, with a known code. */
async function receiveMail(browserToken: string, code = CODE) {
  const [challenge] = await db
    .select()
    .from(challenges)
    .where(eq(challenges.browserHash, hashToken(browserToken)))
  if (!challenge) throw new Error('no challenge')
  const hash = hashCode(env().AUTH_SECRET, challenge.id, code)
  await db.update(challenges).set({ codeHash: hash }).where(eq(challenges.id, challenge.id))
}

const refusal = (reason: string) => expect.objectContaining({ reason })

describe('joining', () => {
  test('the first sign-in creates account, membership, number and term at once', async () => {
    const token = await startJoin(person, undefined, at)
    expect(await db.select().from(accounts).where(eq(accounts.email, person.email))).toHaveLength(0)
    await receiveMail(token)
    const signedIn = await signInOrJoin(token, CODE, 'a browser', later(1))
    expect(signedIn).toMatchObject({ role: 'member', joined: true })

    const [created] = await db
      .select()
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .innerJoin(memberships, eq(memberships.memberId, members.id))
      .where(eq(accounts.email, person.email))
    expect(created?.memberships).toMatchObject({
      status: 'red',
      startsOn: '2026-11-20',
      expiresOn: '2027-11-19',
    })
    expect(created?.memberships.number).toMatch(/^LP-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    const accepted = await db
      .select()
      .from(acceptances)
      .where(eq(acceptances.memberId, created?.members.id ?? 0))
    expect(accepted.map(({ textId }) => textId).sort()).toEqual([person.terms, person.privacy].sort())
  })

  test('1,000 joins at once get 1,000 different numbers', async () => {
    const created = await Promise.all(Array.from({ length: 1000 }, () => aMember(db)))
    const numbers = await db
      .select({ number: memberships.number, memberId: memberships.memberId })
      .from(memberships)
    const ours = new Set(created.map(({ ownMemberId }) => ownMemberId))
    expect(
      new Set(numbers.filter(({ memberId }) => ours.has(memberId)).map(({ number }) => number)).size,
    ).toBe(1000)
  }, 120_000)

  test('somebody aged 17 is refused, and nothing is stored', async () => {
    await expect(startJoin({ ...person, bornOn: '2008-11-21' }, undefined, at)).rejects.toEqual(
      refusal('tooYoung'),
    )
    await expect(startJoin({ ...person, bornOn: '2008-11-20' }, undefined, at)).resolves.toBeTypeOf('string')
  })

  test('in a country run by others, the refusal names the operator', async () => {
    const refused = await startJoin({ ...person, country: 'JP' }, undefined, at).catch((error) => error)
    expect(refused).toMatchObject({
      reason: 'countryNotOffered',
      field: 'country',
      values: { country: 'Japan' },
    })
    expect(refused.values.operator).toMatch(/Japan/)
  })

  test('an outdated version of the terms is refused', async () => {
    const old = { ...person, terms: crypto.randomUUID() }
    await expect(startJoin(old, undefined, at)).rejects.toEqual(refusal('textsChanged'))
  })

  test('joining with an address that has an account signs in and changes nothing', async () => {
    const member = await aMember(db, { email: person.email, firstName: 'Nora' })
    const token = await startJoin(person, undefined, at)
    await receiveMail(token)
    await expect(signInOrJoin(token, CODE, null, later(1))).resolves.toMatchObject({ joined: false })
    const [row] = await db.select().from(members).where(eq(members.id, member.ownMemberId))
    expect(row?.firstName).toBe('Nora')
  })
})

describe('a code', () => {
  let token: string
  beforeEach(async () => {
    await aMember(db, { email: person.email })
    token = await startSignIn({ email: person.email, language: 'en' }, at)
    await receiveMail(token)
  })

  test('works once', async () => {
    await signInOrJoin(token, CODE, null, later(1))
    await expect(signInOrJoin(token, CODE, null, later(1))).rejects.toEqual(refusal('codeExpired'))
  })

  test('works for ten minutes', async () => {
    await expect(signInOrJoin(token, CODE, null, later(10))).rejects.toEqual(refusal('codeExpired'))
    await expect(signInOrJoin(token, CODE, null, later(9.9))).resolves.toBeTruthy()
  })

  test('can be tried five times', async () => {
    for (let tries = 0; tries < 5; tries++)
      await expect(signInOrJoin(token, 'AAAAAAAA', null, later(1))).rejects.toEqual(refusal('wrongCode'))
    await expect(signInOrJoin(token, CODE, null, later(1))).rejects.toEqual(refusal('codeExpired'))
  })

  test('can be tried five times, even in parallel', async () => {
    const tries = Array.from({ length: 40 }, () =>
      signInOrJoin(token, 'AAAAAAAA', null, later(1)).catch((e) => e.reason),
    )
    const answers = await Promise.all(tries)
    expect(answers.filter((reason) => reason === 'wrongCode')).toHaveLength(5)
  })

  test('typed twice at once signs in once', async () => {
    const both = await Promise.allSettled([1, 2].map(() => signInOrJoin(token, CODE, null, later(1))))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('does not work in another browser', async () => {
    await expect(signInOrJoin('another-browser', CODE, null, later(1))).rejects.toEqual(
      refusal('codeExpired'),
    )
    await expect(signInOrJoin(undefined, CODE, null, later(1))).rejects.toEqual(refusal('codeExpired'))
  })

  test('no code works before the mail is written', async () => {
    const early = await startSignIn({ email: person.email, language: 'en' }, at)
    await expect(signInOrJoin(early, CODE, null, later(1))).rejects.toEqual(refusal('wrongCode'))
  })

  test('requested again voids the old one', async () => {
    const newToken = await restartSignIn(token, undefined, later(1))
    await receiveMail(newToken, 'ZZZZ9999')
    await expect(signInOrJoin(token, CODE, null, later(2))).rejects.toEqual(refusal('codeExpired'))
    await expect(signInOrJoin(newToken, 'ZZZZ9999', null, later(2))).resolves.toBeTruthy()
  })
})

test('an unknown address gets the same response, but no session', async () => {
  const token = await startSignIn({ email: person.email, language: 'en' }, at)
  await receiveMail(token)
  await expect(signInOrJoin(token, CODE, null, later(1))).rejects.toEqual(refusal('codeExpired'))
  expect(await db.select().from(accounts).where(eq(accounts.email, person.email))).toHaveLength(0)
})

test('the sixth request for one address within a quarter of an hour is refused', async () => {
  const ask = () => startSignIn({ email: person.email, language: 'en' }, at)
  for (let times = 0; times < 5; times++) await ask()
  await expect(ask()).rejects.toEqual(refusal('tooMany'))
})

describe('a session', () => {
  async function signedIn(email: string) {
    const token = await startSignIn({ email, language: 'en' }, at)
    await receiveMail(token)
    return (await signInOrJoin(token, CODE, null, at)).token
  }

  test('is stored as a hash and found only by its token', async () => {
    await aMember(db, { email: person.email })
    const token = await signedIn(person.email)
    expect(await db.select().from(sessions).where(eq(sessions.tokenHash, token))).toHaveLength(0)
    expect(await findSession(token, later(1))).toMatchObject({ role: 'member' })
    expect(await findSession(hashToken(token), later(1))).toBeNull()
  })

  test('of an admin ends after 15 minutes without use, and after 8 hours in total', async () => {
    await anAdmin(db, { email: person.email })
    const token = await signedIn(person.email)
    for (let minutes = 14; minutes < 8 * 60; minutes += 14)
      expect(await findSession(token, later(minutes))).not.toBeNull()
    expect(await findSession(token, later(8 * 60))).toBeNull()
    const idle = await signedIn(person.email)
    expect(await findSession(idle, later(15))).toBeNull()
  })

  test('ends at once when the account is disabled, and everywhere when its owner signs out everywhere', async () => {
    const member = await aMember(db, { email: person.email })
    const [one, two] = [await signedIn(person.email), await signedIn(person.email)]
    await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, member.id))
    expect(await findSession(one, later(1))).toBeNull()
    await db.update(accounts).set({ disabledAt: null }).where(eq(accounts.id, member.id))
    await signOutEverywhere(member, later(1))
    expect(await findSession(one, later(1))).toBeNull()
    expect(await findSession(two, later(1))).toBeNull()
  })
})
