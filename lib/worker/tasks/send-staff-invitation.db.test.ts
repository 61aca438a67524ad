import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { staffInvitations } from '@/db/schema'
import { hashToken } from '@/lib/secrets'
import { testDatabase } from '@/testing/database'
import { brokenMailer, work } from '@/testing/jobs'
import { testMailbox } from '@/testing/mailbox'
import { aDesk } from '@/testing/people'
import { sendStaffInvitation } from './send-staff-invitation'

const { db, as } = testDatabase()
const mailbox = testMailbox()
beforeAll(() => seedProgramme(as.owner))
const createdAt = new Date('2026-11-23T12:00:00Z')
const expiresAt = new Date('2026-11-26T12:00:00Z')

async function invitation(over: Partial<typeof staffInvitations.$inferInsert> = {}) {
  const email = `${randomUUID()}@new.example`
  const one = { email, role: 'reviewer', language: 'en', createdAt, expiresAt, ...over } as const
  const [created] = await db.insert(staffInvitations).values(one).returning()
  return { id: String(created?.id), email }
}
const send = (id: string, more = {}) =>
  sendStaffInvitation({ invitation: id }, work(as.worker, mailbox.mailer, more))
const hash = async (id: string) =>
  (await db.select().from(staffInvitations).where(eq(staffInvitations.id, id)))[0]?.tokenHash
const token = (text = '') => /\/staff\/invitation\/([\w-]{43})/.exec(text)?.[1] ?? ''

test('the mail names role and centre in the language of the invitation; only the hash is stored', async () => {
  const desk = await aDesk(as.owner)
  const { id, email } = await invitation({ role: 'desk', centreId: desk.centreId, language: 'de' })
  await send(id)
  const [mail] = await mailbox.mailsTo(email)
  expect(mail?.text).toContain('Servicezentrum: Mitgliedskarten prüfen')
  expect(mail?.text).toContain('bis 26. November 2026 um 13:00')
  expect(mail?.html).toContain(token(mail?.text))
  expect(await hash(id)).toBe(hashToken(token(mail?.text)))
})

test('a second run sends nothing twice and voids no link; sent again, the new link replaces it', async () => {
  const { id, email } = await invitation()
  await send(id)
  const before = await hash(id)
  await send(id)
  expect([await hash(id), (await mailbox.mailsTo(email)).length]).toEqual([before, 1])
  await db.update(staffInvitations).set({ tokenHash: null }).where(eq(staffInvitations.id, id))
  await send(id)
  expect(await hash(id)).not.toBe(before)
})

test('a mail that was not sent leaves no hash, so the next attempt sends it', async () => {
  const { id, email } = await invitation()
  await expect(send(id, { mailer: brokenMailer() })).rejects.toThrow()
  expect(await hash(id)).toBeNull()
  await send(id)
  expect(await mailbox.mailsTo(email)).toHaveLength(1)
})

test('nothing is sent for a revoked, expired or missing invitation', async () => {
  const { id, email } = await invitation()
  await send(id, { at: expiresAt })
  const [by] = [(await aDesk(as.owner)).id]
  await db
    .update(staffInvitations)
    .set({ revokedAt: createdAt, revokedBy: by })
    .where(eq(staffInvitations.id, id))
  await send(id)
  await send(randomUUID())
  expect(await mailbox.mailsTo(email)).toEqual([])
})
