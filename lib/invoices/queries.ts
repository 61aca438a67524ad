import 'server-only'
import { asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Database, db } from '@/db/client'
import { invoicePages, invoices } from '@/db/schema'
import type { Actor } from '@/lib/actor'
import type { ReadReason } from './input'
import { canReadInvoice } from './policy'

/**
 * Whether a registration on this invoice waits for a decision. Plain SQL, since drizzle writes `${invoices.id}` as a bare "id" in
 * a query with one table, which would be the registration's.
 */
export const inReview = sql<boolean>`exists (
  select from registrations where registrations.invoice_id = invoices.id and registrations.state = 'pending')`

/**
 * Returns an invoice without its page images, or undefined when there is none or the actor may not see it. `state` is 'received'
 * until the worker has rendered the pages.
 */
export async function invoiceFor(actor: Actor, id: string, reason?: ReadReason, on: Database = db) {
  if (!z.uuid().safeParse(id).success) return undefined
  const [row] = await on
    .select({
      id: invoices.id,
      memberId: invoices.memberId,
      fileName: invoices.fileName,
      mediaType: invoices.mediaType,
      bytes: invoices.bytes,
      state: invoices.state,
      problem: invoices.problem,
      receivedAt: invoices.receivedAt,
      inReview,
    })
    .from(invoices)
    .where(eq(invoices.id, id))
  if (!row || !canReadInvoice(actor, row, reason)) return undefined
  const { memberId, inReview: _, ...invoice } = row
  return { ...invoice, pages: await pagesOf(id, on) }
}

const pagesOf = (id: string, on: Database) =>
  on
    .select({ page: invoicePages.page, width: invoicePages.width, height: invoicePages.height })
    .from(invoicePages)
    .where(eq(invoicePages.invoiceId, id))
    .orderBy(asc(invoicePages.page))
