import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { invoicePages, invoices } from '@/db/schema'
import type { Actor } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { recordRead } from '@/lib/log/record'
import type { PageAddress } from '../input'
import { canReadInvoice } from '../policy'
import { inReview } from '../queries'

/**
 * Returns the storage key of one page image. Refuses with 'notFound' anyone who may not see it, so that nobody learns what
 * exists. A read by staff is logged before they get anything.
 */
export async function openInvoicePage(
  actor: Actor,
  { id, page, reason }: PageAddress,
  at: Date,
  on: Database = db,
): Promise<{ storageKey: string }> {
  return on.transaction(async (tx) => {
    const [invoicePage] = await tx
      .select({ storageKey: invoicePages.storageKey, memberId: invoices.memberId, inReview })
      .from(invoicePages)
      .innerJoin(invoices, eq(invoices.id, invoicePages.invoiceId))
      .where(and(eq(invoicePages.invoiceId, id), eq(invoicePages.page, page)))
    if (!invoicePage || !canReadInvoice(actor, invoicePage, reason)) throw new Refusal('notFound')
    if (actor.role !== 'member')
      await recordRead(tx, actor, 'invoice.read', {
        memberId: invoicePage.memberId,
        subjectId: id,
        reason: actor.role === 'reviewer' ? 'review' : reason,
        at,
      })
    return { storageKey: invoicePage.storageKey }
  })
}
