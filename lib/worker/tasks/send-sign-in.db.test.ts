import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { accounts, challenges } from '@/db/schema'
import { env } from '@/lib/env'
import { hashCode, normaliseCode } from '@/lib/identity/code'
import { createToken, hashToken } from '@/lib/secrets'
import { testDatabase } from '@/testing/database'
import { brokenMailer, makeMember, work } from '@/testing/jobs'
import { testMailbox } from '@/testing/mailbox'
import { sendSignIn } from './send-sign-in'

const { db, as } = testDatabase()
const mailbox = testMailbox()
beforeAll(() => seedProgramme(as.owner))

const join = {
  firstName: 'Visit evil.example',
  surname: 'Now',
  bornOn: '1990-01-01',
  country: 'DE',
  language: 'de' as const,
  texts: [],
  acceptedAt: '2026-11-23T11:59:00Z',
}

async function challenge(email: string, more: Partial<typeof challenges.$inferInsert> = {}) {
  const [created] = await db
    .insert(challenges)
    .values({
      browserHash: hashToken(createToken()),
      email,
      language: 'en',
      createdAt: new Date('2026-11-23T11:59:00Z'),
      expiresAt: new Date('2026-11-23T12:09:00Z'),
      ...more,
    })
    .returning({ id: challenges.id })
  return String(created?.id)
}

const stored = async (id: string) => {
  const [row] = await db.select().from(challenges).where(eq(challenges.id, id))
  return row
}
const send = (id: string, more = {}) => sendSignIn({ challenge: id }, work(as.worker, mailbox.mailer, more))
const codeIn = (text = '') => normaliseCode(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/m.exec(text)?.[0] ?? '')
const stranger = () => `${randomUUID()}@nowhere.example`

describe('the code', () => {
  test('arrives grouped and in the link, and only its hash is stored', async () => {
    const { email } = await makeMember(db)
    const id = await challenge(email)
    await send(id)

    const [mail] = await mailbox.mailsTo(email)
    const code = codeIn(mail?.text)

    expect(code).toHaveLength(8)
    expect(mail?.text).toContain('Hello Ingrid,')
    expect(mail?.text).toContain(`http://localhost:3000/sign-in/link/${id}/${code}`)
    expect((await stored(id))?.codeHash).toBe(hashCode(env().AUTH_SECRET, id, code))
    expect(JSON.stringify(await stored(id))).not.toContain(code)
  })

  test('changes when the job runs again; the older mail’s no longer works, and tries stay used', async () => {
    const { email } = await makeMember(db)
    const id = await challenge(email, { tries: 3 })
    await send(id)
    const first = await stored(id)
    await send(id)

    const mails = await mailbox.mailsTo(email)
    const codes = mails.map(({ text }) => codeIn(text))

    expect(new Set(codes).size).toBe(2)
    expect(codes.filter((code) => hashCode(env().AUTH_SECRET, id, code) === first?.codeHash)).toHaveLength(1)
    expect((await stored(id))?.codeHash).not.toBe(first?.codeHash)
    expect((await stored(id))?.tries).toBe(3)
  })

  test.each([
    ['a second after the tenth minute', new Date('2026-11-23T12:09:00Z')],
    ['a day later', new Date('2026-11-24T12:00:00Z')],
  ])('is not sent %s', async (_, at) => {
    const { email } = await makeMember(db)
    const id = await challenge(email)
    await send(id, { at })
    expect(await mailbox.mailsTo(email)).toEqual([])
    expect((await stored(id))?.codeHash).toBeNull()
  })

  test('is not sent for a sign-in that is gone', async () => {
    await expect(send(randomUUID())).resolves.toBeUndefined()
  })

  test('fails when the mail server does not accept it, so that another attempt follows', async () => {
    const { email } = await makeMember(db)
    await expect(send(await challenge(email), { mailer: brokenMailer() })).rejects.toThrow()
  })
})

describe('only the mailbox learns whether there is an account', () => {
  test('somebody unknown who signs in gets no code, but the hash of one is stored all the same', async () => {
    const email = stranger()
    const id = await challenge(email)
    await send(id)

    const [mail] = await mailbox.mailsTo(email)

    expect(mail?.text).toContain('There is no account with this address')
    expect(mail?.text).toContain('http://localhost:3000/join')
    expect(codeIn(mail?.text)).toBe('')
    expect((await stored(id))?.codeHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('somebody unknown who joins gets a code in their language, without the typed name', async () => {
    const email = stranger()
    const id = await challenge(email, { join, language: 'de' })
    await send(id)

    const [mail] = await mailbox.mailsTo(email)

    expect(mail?.subject).toContain('Beitritt')
    expect(codeIn(mail?.text)).toHaveLength(8)
    expect(`${mail?.html}${mail?.text}`).not.toContain('evil')
  })

  test('a member who joins again learns that, and gets a code for their account', async () => {
    const { email } = await makeMember(db)
    const id = await challenge(email, { join })
    await send(id)

    const [mail] = await mailbox.mailsTo(email)

    expect(mail?.text).toContain('You already have an account')
    expect(mail?.text).toContain('Hello Ingrid,')
    expect(hashCode(env().AUTH_SECRET, id, codeIn(mail?.text))).toBe((await stored(id))?.codeHash)
  })

  test('a closed account gets no code', async () => {
    const { email, accountId } = await makeMember(db)
    await db.update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, accountId))
    await send(await challenge(email))

    const [mail] = await mailbox.mailsTo(email)

    expect(mail?.text).toContain('This account is closed')
    expect(codeIn(mail?.text)).toBe('')
  })

  test('staff are greeted without a name', async () => {
    const email = `${randomUUID()}@staff.example`
    await db.insert(accounts).values({ email, role: 'reviewer', language: 'en' })
    await send(await challenge(email))

    const [mail] = await mailbox.mailsTo(email)

    expect(mail?.text).toContain('Hello,')
    expect(codeIn(mail?.text)).toHaveLength(8)
  })
})
