import type { Actor } from '@/lib/actor'
import type { ReadReason } from './input'

type InvoiceAccess = { memberId: number; inReview: boolean }

/**
 * Whether an actor may see an invoice and its pages: the member who sent it; a reviewer while a registration on it waits for a
 * decision; an admin who gives a reason. Staff never see their own, and a desk none.
 */
export function canReadInvoice(actor: Actor, invoice: InvoiceAccess, reason?: ReadReason): boolean {
  const own = invoice.memberId === actor.ownMemberId
  switch (actor.role) {
    case 'member':
      return own
    case 'reviewer':
      return !own && invoice.inReview
    case 'admin':
      return !own && (reason === 'review' ? invoice.inReview : reason !== undefined)
    default:
      return false
  }
}
