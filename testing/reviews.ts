// Files and registrations for the tests of reviewing: created as by the member's pages, without their checks.
import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { decisions, invoicePages, invoices, mails, products, reasons, registrations } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { serialKey } from '@/lib/registrations/rules'
import type { ReasonKind } from '@/lib/reviews/queries/reasons'

/** A member's invoice, by default with a page image. */
export async function anInvoice(
  on: Database,
  { ownMemberId: memberId }: Member,
  over: Partial<typeof invoices.$inferInsert> = {},
) {
  const state = over.state ?? 'ready'
  const [invoice] = await on
    .insert(invoices)
    .values({
      memberId,
      storageKey: randomUUID(),
      fileName: 'invoice.pdf',
      mediaType: 'application/pdf',
      bytes: 1000,
      sha256: randomBytes(32).toString('hex'),
      pagesMadeAt: state === 'ready' ? new Date() : null,
      problem: state === 'unreadable' ? 'damaged' : null,
      ...over,
      state,
    })
    .returning({ id: invoices.id })
  if (!invoice) throw new Error('The invoice was not created.')
  if (state === 'ready') {
    const page = { page: 1, storageKey: randomUUID(), width: 1240, height: 1754 }
    await on.insert(invoicePages).values({ invoiceId: invoice.id, ...page })
  }
  return invoice.id
}

type Overrides = Partial<typeof registrations.$inferInsert> & { model?: string; invoice?: string }

/** A registration waiting for review, with a file of its own; returns the ids that the reviewer's commands take. */
export async function aRegistration(on: Database, member: Member, over: Overrides = {}) {
  const { model = 'DC-S5M2', invoice = await anInvoice(on, member), ...overrides } = over
  const serialTyped = overrides.serialTyped ?? `WE1${randomBytes(5).toString('hex')}`
  const at = new Date('2026-11-01T09:00:00Z')
  const waiting = (overrides.state ?? 'pending') === 'pending'
  const [created] = await on
    .insert(registrations)
    .values({
      memberId: member.ownMemberId,
      productId: await productOf(on, model),
      serialTyped,
      serialKey: serialKey(serialTyped),
      purchasedOn: '2026-10-01',
      dealer: 'Foto Beispiel, Wiesbaden',
      invoiceId: invoice,
      createdAt: at,
      waitingSince: waiting ? at : null,
      decidedAt: waiting ? null : at,
      ...overrides,
    })
    .returning({ id: registrations.id })
  if (!created) throw new Error('The registration was not created.')
  return { id: created.id, invoice }
}

/** Many registrations: `each` per member, on one file per member, interleaved. */
export async function manyRegistrations(on: Database, people: readonly Member[], each: number) {
  const productId = await productOf(on, 'DC-S5M2')
  const files = await Promise.all(people.map((person) => anInvoice(on, person)))
  const rows = Array.from({ length: each * people.length }, (_, index) => {
    const turn = index % people.length
    const serial = `WE2${randomBytes(5).toString('hex')}`
    return {
      memberId: people[turn]?.ownMemberId ?? 0,
      productId,
      serialTyped: serial,
      serialKey: serialKey(serial),
      purchasedOn: '2026-10-01',
      dealer: 'Foto Beispiel, Wiesbaden',
      invoiceId: files[turn] ?? '',
      createdAt: new Date('2026-11-01T09:00:00Z'),
      waitingSince: new Date('2026-11-01T09:00:00Z'),
    }
  })
  return on
    .insert(registrations)
    .values(rows)
    .returning({ id: registrations.id, invoice: registrations.invoiceId })
}

/** Returns the id of the first reason of a kind, or of the one with this key. */
export async function aReason(on: Database, kind: ReasonKind, key?: string) {
  const [reason] = await on
    .select({ id: reasons.id })
    .from(reasons)
    .where(and(eq(reasons.kind, kind), isNull(reasons.retiredAt), key ? eq(reasons.key, key) : undefined))
    .orderBy(reasons.position)
    .limit(1)
  if (!reason) throw new Error('The reason is not seeded.')
  return reason.id
}

export async function registrationOf(on: Database, { id }: { id: string }) {
  const [row] = await on.select().from(registrations).where(eq(registrations.id, id))
  if (!row) throw new Error('There is no such registration.')
  return row
}

export const decisionsOn = (on: Database, { id }: { id: string }) =>
  on.select().from(decisions).where(eq(decisions.registrationId, id)).orderBy(decisions.at)

export const mailsTo = (on: Database, { id }: Member) =>
  on
    .select({ template: mails.template, about: mails.about })
    .from(mails)
    .where(eq(mails.accountId, id))
    .orderBy(mails.createdAt)

async function productOf(on: Database, modelNumber: string) {
  const [product] = await on
    .select({ id: products.id })
    .from(products)
    .where(eq(products.modelNumber, modelNumber))
  if (!product) throw new Error(`${modelNumber} is not in the catalogue.`)
  return product.id
}
