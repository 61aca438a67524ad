import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { drafts, invoices } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { storage } from '@/lib/files/storage'
import type { StoredFile } from '@/lib/files/uploads/take-in'
import { queueJob } from '@/lib/jobs/queue'
import { record } from '@/lib/log/record'
import type { UploadPurpose } from '../input'

export type ReceivedInvoice = { id: string; fileName: string; again: boolean }

/**
 * Creates the member's invoice from a stored file and queues the rendering of its pages. A file that the member sent before is
 * recognised: its invoice is returned (`again`), and if it could not be read then, it is tried again. `purpose` 'draft' attaches
 * it to the draft. A file without a row is removed from the storage.
 */
export async function receiveInvoice(
  member: Member,
  file: StoredFile,
  purpose: UploadPurpose,
  at: Date,
  on: Database = db,
): Promise<ReceivedInvoice> {
  try {
    const received = await on.transaction(async (tx) => {
      const invoice = await insertOrFind(tx, member, file, at)
      if (purpose === 'draft') await attachToDraft(tx, member, invoice.id, at)
      const action = invoice.again ? 'invoice.sent-again' : 'invoice.received'
      await record(tx, member, action, { memberId: member.ownMemberId, subjectId: invoice.id, at })
      return invoice
    })
    if (received.again) await storage().remove(file.storageKey)
    return received
  } catch (error) {
    await removeUnlessStored(file.storageKey, on)
    throw error
  }
}

/** The unique index decides whether the file is new, so that two uploads at once create one invoice. */
async function insertOrFind(
  tx: Database,
  member: Member,
  file: StoredFile,
  at: Date,
): Promise<ReceivedInvoice> {
  const [created] = await tx
    .insert(invoices)
    .values({ ...file, memberId: member.ownMemberId, receivedAt: at })
    .onConflictDoNothing({ target: [invoices.memberId, invoices.sha256] })
    .returning({ id: invoices.id, fileName: invoices.fileName })
  if (created) {
    await queueJob(tx, 'make-pages', { invoice: created.id })
    return { ...created, again: false }
  }
  const [existing] = await tx
    .select({ id: invoices.id, fileName: invoices.fileName })
    .from(invoices)
    .where(and(eq(invoices.memberId, member.ownMemberId), eq(invoices.sha256, file.sha256)))
  if (!existing) throw new Error('The same file was removed at this moment.')
  await retryUnreadable(tx, existing.id)
  return { ...existing, again: true }
}

async function retryUnreadable(tx: Database, id: string) {
  const [unreadable] = await tx
    .update(invoices)
    .set({ state: 'received', problem: null })
    .where(and(eq(invoices.id, id), eq(invoices.state, 'unreadable')))
    .returning({ id: invoices.id })
  if (unreadable) await queueJob(tx, 'make-pages', { invoice: id })
}

async function attachToDraft(tx: Database, member: Member, invoiceId: string, at: Date) {
  const attached = { invoiceId, updatedAt: at }
  await tx
    .insert(drafts)
    .values({ memberId: member.ownMemberId, lines: [], ...attached })
    .onConflictDoUpdate({ target: drafts.memberId, set: attached })
}

/** A connection lost during the commit leaves the outcome open: a file too many is better than an invoice without one. */
async function removeUnlessStored(storageKey: string, on: Database) {
  const rows = await on
    .select({ id: invoices.id })
    .from(invoices)
    .where(eq(invoices.storageKey, storageKey))
    .catch(() => null)
  if (rows?.length === 0) await storage().remove(storageKey)
}
