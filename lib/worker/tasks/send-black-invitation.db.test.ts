import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { blackInvitations } from '@/db/schema'
import { hashToken } from '@/lib/secrets'
import { anInvitation } from '@/testing/black'
import { testDatabase } from '@/testing/database'
import { makeMember, work } from '@/testing/jobs'
import { testMailbox } from '@/testing/mailbox'
import { anAdmin } from '@/testing/people'
import { sendBlackInvitation } from './send-black-invitation'

const { db, as } = testDatabase()
const mailbox = testMailbox()
beforeAll(() => seedProgramme(as.owner))

const at = new Date()
const send = (id: string) => sendBlackInvitation({ invitation: id }, work(as.worker, mailbox.mailer, { at }))
const row = async (id: string) =>
  (await db.select().from(blackInvitations).where(eq(blackInvitations.id, id)))[0]
async function anApproved(person: { memberId: number } | { email: string }, over = {}) {
  const [one, other] = [await anAdmin(db), await anAdmin(db)]
  return anInvitation(db, one, person, { approvedBy: other.id, approvedAt: at, ...over })
}

test('a member gets the link in the language of the invitation, once; only its hash is stored', async () => {
  const { email, memberId } = await makeMember(db, 'en')
  const id = await anApproved({ memberId }, { language: 'de' })
  await send(id)
  await send(id)
  const mails = await mailbox.mailsTo(email)
  expect(mails).toHaveLength(1)
  const text = mails[0]?.text ?? ''
  expect(text).toContain('Guten Tag Ingrid,')
  const token = /\/black\/([\w-]{43})/.exec(text)?.[1] ?? ''
  expect(await row(id)).toMatchObject({ tokenHash: hashToken(token), sentAt: at })
})

test('somebody new gets it too; nothing goes out before approval or once revoked', async () => {
  const addresses = [1, 2, 3].map(() => `${randomUUID()}@example.com`) as [string, string, string]
  await send(await anApproved({ email: addresses[0] }))
  expect(await mailbox.mailsTo(addresses[0])).toHaveLength(1)
  const admin = await anAdmin(db)
  await send(await anInvitation(db, admin, { email: addresses[1] }))
  await send(await anApproved({ email: addresses[2] }, { revokedBy: admin.id, revokedAt: at }))
  expect(await mailbox.mailsTo(addresses[1])).toEqual([])
  expect(await mailbox.mailsTo(addresses[2])).toEqual([])
})
