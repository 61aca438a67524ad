import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { emailChanges } from '@/db/schema'
import type { Mailer } from '@/lib/mail/transport'
import { hashToken } from '@/lib/secrets'
import { testDatabase } from '@/testing/database'
import { makeMember, work } from '@/testing/jobs'
import { testMailbox } from '@/testing/mailbox'
import { sendEmailChange } from './send-email-change'

const { db, as } = testDatabase()
const mailbox = testMailbox()
beforeAll(() => seedProgramme(as.owner))

async function aChange() {
  const { email, accountId } = await makeMember(db, 'de')
  const newEmail = `${randomUUID()}@new.example`
  const expiresAt = new Date('2026-11-24T12:00:00Z')
  const [created] = await db.insert(emailChanges).values({ accountId, newEmail, expiresAt }).returning()
  return { id: String(created?.id), email, newEmail }
}

const send = (id: string, more = {}) => sendEmailChange({ change: id }, work(as.worker, mailbox.mailer, more))
const stored = async (id: string) => (await db.select().from(emailChanges).where(eq(emailChanges.id, id)))[0]
const token = (text = '') => /\/account\/email\/([\w-]{43})/.exec(text)?.[1] ?? ''

test('each mailbox gets its own link; only the hashes are stored', async () => {
  const { id, email, newEmail } = await aChange()
  await send(id)

  const [toOld] = await mailbox.mailsTo(email)
  const [toNew] = await mailbox.mailsTo(newEmail)

  expect(toOld?.text).toContain('Guten Tag Ingrid,')
  expect(toOld?.text).toContain(newEmail)
  expect(toOld?.text).toContain('24. November 2026 um 13:00 Uhr')
  expect(`${toNew?.html}${toNew?.text}`).not.toMatch(new RegExp(`Ingrid|${email}`))
  expect(await stored(id)).toMatchObject({
    oldTokenHash: hashToken(token(toOld?.text)),
    newTokenHash: hashToken(token(toNew?.text)),
  })
  expect(token(toOld?.text)).not.toBe(token(toNew?.text))
})

test('a second run sends nothing twice and voids no link', async () => {
  const { id, email, newEmail } = await aChange()
  await send(id)
  const before = await stored(id)
  await send(id)
  expect(await stored(id)).toEqual(before)
  expect(await mailbox.mailsTo(email)).toHaveLength(1)
  expect(await mailbox.mailsTo(newEmail)).toHaveLength(1)
})

test('when the server accepts only the first mail, the next attempt sends the other', async () => {
  const { id, email, newEmail } = await aChange()
  const partialMailer: Mailer = {
    close: () => {},
    send: (letter) =>
      letter.to === newEmail ? Promise.reject(new Error('later')) : mailbox.mailer.send(letter),
  }
  await expect(send(id, { mailer: partialMailer })).rejects.toThrow('later')
  await send(id)
  expect(await mailbox.mailsTo(email)).toHaveLength(1)
  expect(await mailbox.mailsTo(newEmail)).toHaveLength(1)
})

test('nothing is sent when the request has expired or is gone', async () => {
  const { id, email } = await aChange()
  await send(id, { at: new Date('2026-11-24T12:00:00Z') })
  await send(randomUUID())
  expect(await mailbox.mailsTo(email)).toEqual([])
})
