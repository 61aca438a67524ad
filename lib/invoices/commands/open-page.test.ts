import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedProgramme } from '@/bin/seed/programme'
import { invoicePages, invoices, logEntries, registrations } from '@/db/schema'
import type { Actor, Member } from '@/lib/actor'
import { testDatabase } from '@/testing/database'
import { putInReview, sendBytes, somePdf } from '@/testing/invoices'
import { aDesk, aMember, anAdmin, aReviewer } from '@/testing/people'
import type { ReadReason } from '../input'
import { PageAddress } from '../input'
import { invoiceFor } from '../queries'
import { openInvoicePage } from './open-page'

const { db, as } = testDatabase()
const at = new Date('2026-11-23T12:00:00Z')
let member: Member
let id: string
beforeAll(async () => {
  await seedProgramme(as.owner)
  member = await aMember(db)
  id = (await anInvoice(member)).id
})

async function anInvoice(owner: Member) {
  const { id } = await sendBytes(db, owner, somePdf())
  const page = { invoiceId: id, page: 1, storageKey: `pages/${id}`, width: 1413, height: 2000 }
  await as.worker.insert(invoicePages).values(page)
  await as.worker.update(invoices).set({ state: 'ready', pagesMadeAt: at }).where(eq(invoices.id, id))
  await putInReview(db, owner, id, at)
  return { id }
}

const open = (
  actor: Actor,
  { of = id, page = 1, reason }: { of?: string; page?: number; reason?: ReadReason } = {},
) =>
  openInvoicePage(actor, { id: of, page, reason }, at).then(
    ({ storageKey }) => storageKey,
    (refusal) => refusal.reason,
  )
const readsBy = (actor: Actor) => as.owner.select().from(logEntries).where(eq(logEntries.actorId, actor.id))

describe('a page', () => {
  test('is opened by the member who sent it, without a log entry', async () => {
    expect(await open(member)).toBe(`pages/${id}`)
    expect((await readsBy(member)).map(({ action }) => action)).not.toContain('invoice.read')
  })

  test('is not found by another member', async () => {
    expect(await open(await aMember(db))).toBe('notFound')
  })

  test('is opened by a reviewer while it is in review, with a log entry', async () => {
    const reviewer = await aReviewer(db)
    expect(await open(reviewer)).toBe(`pages/${id}`)
    expect(await readsBy(reviewer)).toMatchObject([
      { action: 'invoice.read', memberId: member.ownMemberId, subjectId: id, reason: 'review', at },
    ])
  })

  test('is closed to reviewers once everything on it is decided', async () => {
    const decided = await anInvoice(member)
    await db
      .update(registrations)
      .set({ state: 'verified', waitingSince: null, decidedAt: at })
      .where(eq(registrations.invoiceId, decided.id))
    expect(await open(await aReviewer(db), { of: decided.id })).toBe('notFound')
    expect(await open(await anAdmin(db), { of: decided.id, reason: 'review' })).toBe('notFound')
    expect(await open(await anAdmin(db), { of: decided.id, reason: 'complaint' })).toBe(`pages/${decided.id}`)
  })

  test('is never opened by staff for their own membership', async () => {
    const own = { ownMemberId: member.ownMemberId }
    expect(await open(await aReviewer(db, own))).toBe('notFound')
    expect(await open(await anAdmin(db, own), { reason: 'complaint' })).toBe('notFound')
  })

  test('is opened by an admin who gives a reason, which is logged', async () => {
    const admin = await anAdmin(db)
    expect(await open(admin)).toBe('notFound')
    expect(await readsBy(admin)).toEqual([])
    expect(await open(admin, { reason: 'complaint' })).toBe(`pages/${id}`)
    expect(await readsBy(admin)).toMatchObject([{ action: 'invoice.read', reason: 'complaint' }])
  })

  test('is never opened at a desk', async () => {
    const desk = await aDesk(as.owner)
    expect(await open(desk, { reason: 'review' })).toBe('notFound')
    expect(await readsBy(desk)).toEqual([])
  })

  test('that does not exist is not found', async () => {
    expect(await open(member, { page: 2 })).toBe('notFound')
    expect(await open(member, { of: crypto.randomUUID() })).toBe('notFound')
  })
})

test('a malformed address is refused', () => {
  const right = { id: crypto.randomUUID(), page: '1' }
  expect(PageAddress.parse(right)).toEqual({ ...right, page: 1 })
  expect(PageAddress.parse({ ...right, reason: 'curiosity' }).reason).toBeUndefined()
  for (const wrong of [
    { id: '1' },
    { id: "' or 1=1" },
    { page: '0' },
    { page: '21' },
    { page: '1.5' },
    { page: '01' },
    { page: 'x' },
  ])
    expect(PageAddress.safeParse({ ...right, ...wrong }).success).toBe(false)
})

describe('the data of an invoice', () => {
  test('is what a page needs, without the member’s number and the key', async () => {
    expect(await invoiceFor(member, id)).toEqual({
      id,
      fileName: 'invoice.pdf',
      mediaType: 'application/pdf',
      bytes: 209,
      state: 'ready',
      problem: null,
      receivedAt: expect.any(Date),
      pages: [{ page: 1, width: 1413, height: 2000 }],
    })
  })

  test('is undefined for those who may not see it, and for an unknown id', async () => {
    expect(await invoiceFor(await aMember(db), id)).toBeUndefined()
    expect(await invoiceFor(await aDesk(as.owner), id, 'review')).toBeUndefined()
    expect(await invoiceFor(await anAdmin(db), id)).toBeUndefined()
    expect(await invoiceFor(member, 'none')).toBeUndefined()
    expect(await invoiceFor(await aReviewer(db), id)).toMatchObject({ state: 'ready' })
  })
})
