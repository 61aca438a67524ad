import { randomBytes } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { invoices, products, registrations } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { storeFile } from '@/lib/files/uploads/take-in'
import { receiveInvoice } from '@/lib/invoices/commands/receive'
import type { UploadPurpose } from '@/lib/invoices/input'

const documents = new URL('../e2e/documents/', import.meta.url)

/** Sends a document of e2e/documents as the upload route does. */
export async function sendDocument(
  on: Database,
  member: Member,
  name = 'a01.pdf',
  { purpose = 'draft', at = new Date() }: { purpose?: UploadPurpose; at?: Date } = {},
) {
  const content = createReadStream(new URL(name, documents))
  return receiveInvoice(member, await storeFile({ name, declared: '', content }), purpose, at, on)
}

/** Sends these bytes as a file of the member. */
export async function sendBytes(on: Database, member: Member, bytes: Buffer, name = 'invoice.pdf') {
  const file = await storeFile({ name, declared: '', content: Readable.from([bytes]) })
  return receiveInvoice(member, file, 'draft', new Date(), on)
}

export const documentBytes = (name: string) => readFileSync(new URL(name, documents))
export const somePdf = () => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200)])

/** Puts an invoice into review, with one registration on it. */
export async function putInReview(on: Database, member: Member, invoiceId: string, at = new Date()) {
  const [product] = await on.select({ id: products.id }).from(products).limit(1)
  if (!product) throw new Error('There is no product. Does the test seed the programme?')
  const serial = randomBytes(6).toString('hex').toUpperCase()
  await on.insert(registrations).values({
    memberId: member.ownMemberId,
    productId: product.id,
    serialTyped: serial,
    serialKey: serial,
    purchasedOn: '2026-01-02',
    dealer: 'Foto Beispiel',
    invoiceId,
    createdAt: at,
    waitingSince: at,
  })
}

export const invoiceRow = async (on: Database, id: string) =>
  (await on.select().from(invoices).where(eq(invoices.id, id)))[0]
