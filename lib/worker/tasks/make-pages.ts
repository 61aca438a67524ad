import type { MediaType } from '@/lib/lists'
import 'server-only'
import { decode } from '@/lib/files/decode/child'
import { storage } from '@/lib/files/storage'
import { findInvoiceWithoutPages, markUnreadable, savePages } from '@/lib/invoices/commands/make-pages'
import type { Task } from '@/lib/worker/task'

/**
 * Renders the page images of an invoice, in a separate process. A problem with the document marks the invoice as unreadable; a
 * problem on our side leads to another attempt, and after the last one the invoice is marked too.
 */
export const makePages: Task<'make-pages'> = async ({ invoice: id }, { on, at, lastTry, signal }) => {
  const invoice = await findInvoiceWithoutPages(id, on)
  if (!invoice) return
  try {
    const decoded = await decode(await storage().get(invoice.storageKey), invoice.mediaType as MediaType, {
      signal,
    })
    if ('problem' in decoded) await markUnreadable(id, decoded.problem, at, on)
    else await savePages(id, decoded.pages, at, on)
  } catch (error) {
    if (lastTry) await markUnreadable(id, 'failed', at, on)
    throw error
  }
}
