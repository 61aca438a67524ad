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
 * Makes a stored file an invoice of the member's and has its pages made. A file that the member sent before is
 * recognised: its invoice is the answer (`again`), and if it could not be read then, it is tried once more.
 * `purpose` 'draft' attaches it to the draft. A file that finds no row is removed from the storage.
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
    await removeUnlessKept(file.storageKey, on)
    throw error
  }
}

/** The unique index decides whether the file is new, so that two uploads at once make one invoice. */
async function insertOrFind(
  tx: Database,
  member: Member,
  file: StoredFile,
  at: Date,
): Promise<ReceivedInvoice> {
  const [fresh] = await tx
    .insert(invoices)
    .values({ ...file, memberId: member.ownMemberId, receivedAt: at })
    .onConflictDoNothing({ target: [invoices.memberId, invoices.sha256] })
    .returning({ id: invoices.id, fileName: invoices.fileName })
  if (fresh) {
    await queueJob(tx, 'make-pages', { invoice: fresh.id })
    return { ...fresh, again: false }
  }
  const [known] = await tx
    .select({ id: invoices.id, fileName: invoices.fileName })
    .from(invoices)
    .where(and(eq(invoices.memberId, member.ownMemberId), eq(invoices.sha256, file.sha256)))
  if (!known) throw new Error('The same file was removed in this very moment.')
  await tryOnceMore(tx, known.id)
  return { ...known, again: true }
}

async function tryOnceMore(tx: Database, id: string) {
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
async function removeUnlessKept(storageKey: string, on: Database) {
  const kept = await on
    .select({ id: invoices.id })
    .from(invoices)
    .where(eq(invoices.storageKey, storageKey))
    .catch(() => null)
  if (kept?.length === 0) await storage().remove(storageKey)
}
