import type { MediaType } from '@/lib/lists'
import 'server-only'
import { decode } from '@/lib/files/decode/child'
import { storage } from '@/lib/files/storage'
import { findInvoiceWithoutPages, markUnreadable, savePages } from '@/lib/invoices/commands/make-pages'
import type { Task } from '@/lib/worker/task'

/**
 * Makes the page images of an invoice, in a process of its own. What is wrong with the document settles the invoice
 * as unreadable; what is wrong on our side brings the next try, and after the last one the member is told too.
 */
export const makePages: Task<'make-pages'> = async ({ invoice: id }, { on, at, lastTry, signal }) => {
  const invoice = await findInvoiceWithoutPages(id, on)
  if (!invoice) return
  try {
    const made = await decode(await storage().get(invoice.storageKey), invoice.mediaType as MediaType, {
      signal,
    })
    if ('problem' in made) await markUnreadable(id, made.problem, at, on)
    else await savePages(id, made.pages, at, on)
  } catch (error) {
    if (lastTry) await markUnreadable(id, 'failed', at, on)
    throw error
  }
}
