'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Reviewer } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireReviewer } from '@/lib/identity/session'
import { askAgain, refusePurchase, verifyPurchase } from '@/lib/reviews/commands/decide'
import { verifyAfterEnding } from '@/lib/reviews/commands/end'
import { isId, ReviewDecision, SupersededBy } from '@/lib/reviews/input'
import { isWaiting, nextItem } from '@/lib/reviews/queries/queue'

export async function decideRegistration(_: FormState, data: FormData) {
  const reviewer = await requireReviewer()
  return submit(ReviewDecision, data, async (input) => {
    await applyDecision(reviewer, input).catch((error) => showConflict(error, input))
    revalidatePath('/staff/reviews', 'layout')
    await redirectToNext(reviewer, input)
  })
}

function applyDecision(reviewer: Reviewer, input: ReviewDecision) {
  const at = new Date()
  switch (input.decision) {
    case 'verify':
      return verifyPurchase(reviewer, input, at)
    case 'ask':
      return askAgain(reviewer, input, at)
    case 'refuse':
      return refusePurchase(reviewer, input, at)
    case 'end':
      return verifyAfterEnding(reviewer, input, at)
  }
}

/** When a colleague or the member was faster, shows the updated page with the reason. */
function showConflict(error: unknown, { invoice }: ReviewDecision): never {
  const reason = error instanceof Refusal ? SupersededBy.parse(error.reason) : undefined
  if (!reason) throw error
  revalidatePath('/staff/reviews', 'layout')
  redirect(
    reason === 'fileChanged' ? `/staff/reviews?told=${reason}` : `/staff/reviews/${invoice}?told=${reason}`,
  )
}

/** Stays while a product of this item is waiting; otherwise redirects to the next item. `next` is an item's id, never an address. */
async function redirectToNext(reviewer: Reviewer, { invoice, next, decision }: ReviewDecision) {
  if (await isWaiting(reviewer, invoice)) return
  const requested = next && isId(next) && (await isWaiting(reviewer, next)) ? next : null
  const item = requested ?? (await nextItem(reviewer, invoice, null))
  redirect(item ? `/staff/reviews/${item}?done=${decision}` : `/staff/reviews?done=${decision}`)
}
