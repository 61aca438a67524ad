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
    await carryOut(reviewer, input).catch((no) => sayWhoWasFirst(no, input))
    revalidatePath('/staff/reviews', 'layout')
    await goOn(reviewer, input)
  })
}

function carryOut(reviewer: Reviewer, input: ReviewDecision) {
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

/** What a colleague or the member did first changes the page, so it is shown again and says why. */
function sayWhoWasFirst(no: unknown, { invoice }: ReviewDecision): never {
  const told = no instanceof Refusal ? SupersededBy.parse(no.reason) : undefined
  if (!told) throw no
  revalidatePath('/staff/reviews', 'layout')
  redirect(told === 'fileChanged' ? `/staff/reviews?told=${told}` : `/staff/reviews/${invoice}?told=${told}`)
}

/** Stays while something on this item waits; else on to the next one. `next` is an item's id, never an address. */
async function goOn(reviewer: Reviewer, { invoice, next, decision }: ReviewDecision) {
  if (await isWaiting(reviewer, invoice)) return
  const wished = next && isId(next) && (await isWaiting(reviewer, next)) ? next : null
  const item = wished ?? (await nextItem(reviewer, invoice, null))
  redirect(item ? `/staff/reviews/${item}?done=${decision}` : `/staff/reviews?done=${decision}`)
}
