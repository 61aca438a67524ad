import 'server-only'
import { and, eq, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { invoices, registrationEvents, registrations } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { isRegistrationId } from '../input'

/**
 * Puts a new file in the place of one that did not do. Everything sent with the same invoice as registration `id` and asked
 * about goes back to the reviewers with it, in one step; so does what waits with a file that can't be read. Refuses what is
 * not the member's, when nobody asked, and the same file again. Returns the ids of the registrations it moved.
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
    const same = old.invoiceId === newInvoiceId
    // The same file is read once more when it could not be read; otherwise it can't be the better one.
    if (same && old.invoiceState === 'ready') throw new Refusal('sameFile')
    await refuseStrange(tx, member, newInvoiceId)
    const sent = await moveAll(tx, member, old, newInvoiceId, at)
    if (sent.length === 0 && !same) throw new Refusal('noFileAsked')
    for (const subjectId of sent) {
      await tx.insert(registrationEvents).values({ registrationId: subjectId, kind: 'file-sent', at })
      await record(tx, member, 'registration.file-sent', { memberId: member.ownMemberId, subjectId, at })
    }
    return sent
  })
}

/**
 * Asked before a better file is taken in, so that none is kept which nobody can use. What waits already passes: the answer
 * to the file before may have been lost on the way, and the same file again is then no mistake.
 */
export async function refuseUnasked(member: Member, id: string, on: Database = db) {
  if (!isRegistrationId(id)) throw new Refusal('notFound')
  const [found] = await on
    .select({ state: registrations.state })
    .from(registrations)
    .where(and(eq(registrations.id, id), eq(registrations.memberId, member.ownMemberId)))
  if (!found) throw new Refusal('notFound')
  if (found.state !== 'needs_attention' && found.state !== 'pending') throw new Refusal('noFileAsked')
}

type OldFile = { invoiceId: string; invoiceState: string }

async function findInvoiceOf(tx: Database, member: Member, id: string): Promise<OldFile> {
  const [found] = await tx
    .select({ invoiceId: registrations.invoiceId, invoiceState: invoices.state })
    .from(registrations)
    .innerJoin(invoices, eq(invoices.id, registrations.invoiceId))
    .where(and(eq(registrations.id, id), eq(registrations.memberId, member.ownMemberId)))
  if (!found) throw new Refusal('notFound')
  return found
}

async function refuseStrange(tx: Database, member: Member, invoiceId: string) {
  const [found] = await tx
    .select({ state: invoices.state })
    .from(invoices)
    .where(and(eq(invoices.id, invoiceId), eq(invoices.memberId, member.ownMemberId)))
  if (!found) throw new Refusal('notFound')
  if (found.state === 'unreadable') throw new Refusal('invoiceUnreadable')
}

/** Only what is asked about, or waits with an unreadable file; a decision made meanwhile is left alone. */
async function moveAll(tx: Database, member: Member, old: OldFile, invoiceId: string, at: Date) {
  const asked = eq(registrations.state, 'needs_attention')
  const stuck = eq(registrations.state, 'pending')
  const moved = await tx
    .update(registrations)
    .set({ state: 'pending', waitingSince: at, invoiceId })
    .where(
      and(
        eq(registrations.memberId, member.ownMemberId),
        eq(registrations.invoiceId, old.invoiceId),
        old.invoiceState === 'unreadable' ? or(asked, stuck) : asked,
      ),
    )
    .returning({ id: registrations.id })
  return moved.map(({ id }) => id)
}
