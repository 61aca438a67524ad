import 'server-only'
import { and, eq, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { invoices, registrationEvents, registrations } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { isRegistrationId } from '../input'

/**
 * Replaces an unsuitable file. All registrations with the same invoice as `id` that need attention go back to the reviewers with
 * it, in one step; so do those waiting with an unreadable file. Refuses another member's registration, an unrequested file, and
 * the same file again. Returns the ids of the registrations it moved.
 */
export async function sendBetterFile(
  member: Member,
  id: string,
  newInvoiceId: string,
  at: Date,
  on: Database = db,
): Promise<string[]> {
  if (!isRegistrationId(id) || !isRegistrationId(newInvoiceId)) throw new Refusal('notFound')
  return on.transaction(async (tx) => {
    const old = await findInvoiceOf(tx, member, id)
    const isSameFile = old.invoiceId === newInvoiceId
    // The same file is retried if it could not be read; otherwise it can't be the better one.
    if (isSameFile && old.invoiceState === 'ready') throw new Refusal('sameFile')
    await requireOwnReadable(tx, member, newInvoiceId)
    const moved = await moveToInvoice(tx, member, old, newInvoiceId, at)
    if (moved.length === 0 && !isSameFile) throw new Refusal('noFileAsked')
    for (const subjectId of moved) {
      await tx.insert(registrationEvents).values({ registrationId: subjectId, kind: 'file-sent', at })
      await record(tx, member, 'registration.file-sent', { memberId: member.ownMemberId, subjectId, at })
    }
    return moved
  })
}

/**
 * Called before a better file is accepted, so that no unusable one is stored. A pending registration passes: the response to the
 * previous upload may have been lost, so sending the file again is no mistake.
 */
export async function refuseUnrequestedFile(member: Member, id: string, on: Database = db) {
  if (!isRegistrationId(id)) throw new Refusal('notFound')
  const [row] = await on
    .select({ state: registrations.state })
    .from(registrations)
    .where(and(eq(registrations.id, id), eq(registrations.memberId, member.ownMemberId)))
  if (!row) throw new Refusal('notFound')
  if (row.state !== 'needs_attention' && row.state !== 'pending') throw new Refusal('noFileAsked')
}

type OldFile = { invoiceId: string; invoiceState: string }

async function findInvoiceOf(tx: Database, member: Member, id: string): Promise<OldFile> {
  const [row] = await tx
    .select({ invoiceId: registrations.invoiceId, invoiceState: invoices.state })
    .from(registrations)
    .innerJoin(invoices, eq(invoices.id, registrations.invoiceId))
    .where(and(eq(registrations.id, id), eq(registrations.memberId, member.ownMemberId)))
  if (!row) throw new Refusal('notFound')
  return row
}

async function requireOwnReadable(tx: Database, member: Member, invoiceId: string) {
  const [row] = await tx
    .select({ state: invoices.state })
    .from(invoices)
    .where(and(eq(invoices.id, invoiceId), eq(invoices.memberId, member.ownMemberId)))
  if (!row) throw new Refusal('notFound')
  if (row.state === 'unreadable') throw new Refusal('invoiceUnreadable')
}

/** Only registrations that need attention, or wait with an unreadable file; a decision made meanwhile is left alone. */
async function moveToInvoice(tx: Database, member: Member, old: OldFile, invoiceId: string, at: Date) {
  const needsAttention = eq(registrations.state, 'needs_attention')
  const isPending = eq(registrations.state, 'pending')
  const moved = await tx
    .update(registrations)
    .set({ state: 'pending', waitingSince: at, invoiceId })
    .where(
      and(
        eq(registrations.memberId, member.ownMemberId),
        eq(registrations.invoiceId, old.invoiceId),
        old.invoiceState === 'unreadable' ? or(needsAttention, isPending) : needsAttention,
      ),
    )
    .returning({ id: registrations.id })
  return moved.map(({ id }) => id)
}
