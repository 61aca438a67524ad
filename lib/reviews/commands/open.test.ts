import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { logEntries, registrations } from '@/db/schema'
import type { Member, Reviewer } from '@/lib/actor'
import { testDatabase } from '@/testing/database'
import { aMember, aReviewer } from '@/testing/people'
import { anInvoice, aReason, aRegistration } from '@/testing/reviews'
import { refusePurchase, verifyPurchase } from './decide'
import { openItem } from './open'

const { db } = testDatabase()
const joined = new Date('2026-03-01T09:00:00Z')
const at = new Date('2026-11-20T10:00:00Z')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

let member: Member
let reviewer: Reviewer
beforeEach(async () => {
  member = await aMember(db, { firstName: 'Ann', surname: 'Brontë', country: 'IE', language: 'de' }, joined)
  reviewer = await aReviewer(db)
})

const readsOf = (invoice: string) =>
  db
    .select()
    .from(logEntries)
    .where(and(eq(logEntries.subjectId, invoice), eq(logEntries.action, 'invoice.read')))

describe('opening an item', () => {
  test('shows what a reviewer needs, but neither address, date of birth nor internal number', async () => {
    const { id, invoice } = await aRegistration(db, member, { serialTyped: 'WE1 ab-012' })
    const item = await openItem(reviewer, invoice, at)
    expect(item).toMatchObject({
      firstName: 'Ann',
      surname: 'Brontë',
      country: 'IE',
      language: 'de',
      status: 'red',
      state: 'ready',
      inReview: true,
      pages: [{ page: 1, width: 1240, height: 1754 }],
      products: [
        {
          id,
          name: 'LUMIX S5II',
          serialTyped: 'WE1 ab-012',
          dealer: 'Foto Beispiel, Wiesbaden',
          state: 'pending',
        },
      ],
    })
    expect(item?.number).toMatch(/^LP-/)
    const json = JSON.stringify(item)
    expect(json).not.toMatch(/@|1990-05-17|memberId|accountId|storageKey|"by"/)
  })

  test('is logged each time, with member and invoice', async () => {
    const { invoice } = await aRegistration(db, member)
    await openItem(reviewer, invoice, at)
    await openItem(reviewer, invoice, at)
    expect(await readsOf(invoice)).toMatchObject(
      [1, 2].map(() => ({ actorId: reviewer.id, actorRole: 'reviewer', memberId: member.ownMemberId })),
    )
  })

  test('finds nothing, and logs nothing, for one’s own, a malformed id, and a file without products', async () => {
    const { invoice } = await aRegistration(db, member)
    expect(await openItem(await aReviewer(db, { ownMemberId: member.ownMemberId }), invoice, at)).toBeNull()
    expect(await openItem(reviewer, 'not-an-id', at)).toBeNull()
    expect(await openItem(reviewer, crypto.randomUUID(), at)).toBeNull()
    // @ts-expect-error a member is no reviewer
    expect(await openItem(member, invoice, at)).toBeNull()
    expect(await readsOf(invoice)).toHaveLength(0)
    const withoutProducts = await anInvoice(db, member)
    expect(await openItem(reviewer, withoutProducts, at)).toBeNull()
    expect(await readsOf(withoutProducts)).toHaveLength(0)
  })

  test('keeps the pages closed once everything is decided', async () => {
    const seen = await aRegistration(db, member)
    await verifyPurchase(reviewer, seen, at)
    expect(await openItem(reviewer, seen.invoice, at)).toMatchObject({ inReview: false, pages: [] })
  })
})

describe('what a reviewer sees about a product', () => {
  test('its history, with the words of both sides, and who decides an appeal', async () => {
    const seen = await aRegistration(db, member)
    await refusePurchase(
      reviewer,
      { ...seen, reason: await aReason(db, 'refuse', 'no-proof'), sentence: 'A till receipt is fine.' },
      at,
    )
    const again = { state: 'pending', waitingSince: at, appealedAt: at } as const
    await db.update(registrations).set(again).where(eq(registrations.id, seen.id))

    const mine = await openItem(reviewer, seen.invoice, at)
    expect(mine?.products[0]).toMatchObject({
      refusal: 'ownRefusal',
      past: [{ what: 'refused', words: 'A till receipt is fine.', mine: true }],
    })
    expect(mine?.products[0]?.past[0]?.reason?.en).toMatch(/^What you sent does not show a purchase/)
    const theirs = await openItem(await aReviewer(db), seen.invoice, at)
    expect(theirs?.products[0]).toMatchObject({ refusal: null, past: [{ mine: false }] })
  })

  test('that the unit is somebody else’s, with their membership number but no name', async () => {
    const unit = { serialTyped: 'WE1XY0012' }
    const other = await aMember(db, { surname: 'Anders' }, joined)
    const held = await aRegistration(db, other, unit)
    await verifyPurchase(reviewer, held, at)
    const { invoice } = await aRegistration(db, member, { serialTyped: 'we1-xyoo12' })
    const item = await openItem(reviewer, invoice, at)
    expect(item?.products[0]?.conflicts).toMatchObject([
      { id: held.id, kind: 'verifiedElsewhere', own: false },
    ])
    expect(item?.products[0]?.conflicts[0]?.number).toMatch(/^LP-/)
    expect(JSON.stringify(item)).not.toContain('Anders')
  })

  test('that it was seen elsewhere, is stolen, or is the reviewer’s own', async () => {
    const unit = { serialTyped: 'WE1XY0777' }
    const [a, b] = [await aMember(db, {}, joined), await aMember(db, {}, joined)]
    await aRegistration(db, a, { ...unit, state: 'needs_attention' })
    await aRegistration(db, b, { ...unit, state: 'stolen' })
    const { invoice } = await aRegistration(db, member, unit)
    const item = await openItem(await aReviewer(db, { ownMemberId: b.ownMemberId }), invoice, at)
    const kinds = item?.products[0]?.conflicts.map(({ kind, own }) => [kind, own])
    expect(kinds?.sort()).toEqual([
      ['seenElsewhere', false],
      ['stolenElsewhere', true],
    ])
  })

  test('nothing about withdrawn registrations', async () => {
    const unit = { serialTyped: 'WE1XY0888' }
    await aRegistration(db, await aMember(db, {}, joined), { ...unit, state: 'withdrawn' })
    const { invoice } = await aRegistration(db, member, unit)
    expect((await openItem(reviewer, invoice, at))?.products[0]?.conflicts).toEqual([])
  })

  test('that a colleague has just opened it', async () => {
    const { invoice } = await aRegistration(db, member)
    const colleague = await aReviewer(db)
    expect(await openItem(colleague, invoice, at)).toMatchObject({ colleagueAt: null })
    expect(await openItem(reviewer, invoice, later(60))).toMatchObject({ colleagueAt: at })
    expect(await openItem(reviewer, invoice, later(600))).toMatchObject({ colleagueAt: null })
  })
})
