import type { Actor } from '@/lib/actor'
import type { ReadReason } from './input'

type Owned = { memberId: number; inReview: boolean }

/**
 * Who may see an invoice and its pages: the member who sent it; a reviewer while a registration on it waits for a
 * decision; an admin who gives a reason. Nobody of the staff their own, and a desk never.
 */
export function canReadInvoice(actor: Actor, invoice: Owned, reason?: ReadReason): boolean {
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
