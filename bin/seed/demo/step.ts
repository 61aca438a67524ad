import { eq } from 'drizzle-orm'
import { reasons } from '@/db/schema'
import { appealRefusal } from '@/lib/registrations/commands/appeal'
import { withdrawRegistration } from '@/lib/registrations/commands/withdraw'
import { askAgain, refusePurchase, verifyPurchase } from '@/lib/reviews/commands/decide'
import { verifyAfterEnding } from '@/lib/reviews/commands/end'
import { openItem } from '@/lib/reviews/commands/open'
import type { Purchase, Step } from './purchases'
import { required, type Sent, type Stage } from './stage'

/** Applies one step to each product it concerns. A reviewer opens the item first, which is logged. */
export async function takeStep(stage: Stage, purchase: Purchase, step: Step, at: Date) {
  const products = (stage.sent.get(purchase) ?? []).filter(({ model }) => !step.only || model === step.only)
  const [first] = products
  if (!first) throw new Error(`The demo has nothing of ${purchase.by} to ${step.what}.`)
  const openedAt = new Date(at.getTime() - 90_000)
  if (isReview(step)) await openItem(reviewerOf(stage, step), first.invoice, openedAt, stage.tx)
  for (const sent of products) await (isReview(step) ? decide : actAsMember)(stage, purchase, step, sent, at)
}

const isReview = ({ what }: Step) => what !== 'appeal' && what !== 'withdraw'

const reviewerOf = ({ reviewers }: Stage, { by = 'reviewer' }: Step) => required(reviewers.get(by), by)

async function decide(stage: Stage, _: Purchase, step: Step, { id, invoice, model }: Sent, at: Date) {
  const { tx } = stage
  const reviewer = reviewerOf(stage, step)
  const seen = { id, invoice }
  if (step.what === 'verify') return verifyPurchase(reviewer, seen, at, tx)
  if (!('reason' in step)) return
  const reason = await reasonOf(stage, step.reason)
  if (step.what === 'end') {
    const other = registrationOfOther(stage, step.of, model)
    return verifyAfterEnding(reviewer, { ...seen, reason, other }, at, tx)
  }
  const why = { reason, sentence: step.sentence }
  return (step.what === 'ask' ? askAgain : refusePurchase)(reviewer, { ...seen, ...why }, at, tx)
}

async function actAsMember({ tx, members }: Stage, { by }: Purchase, step: Step, { id }: Sent, at: Date) {
  const member = required(members.get(by), by)
  if (step.what === 'appeal') await appealRefusal(member, id, step.note, at, tx)
  if (step.what === 'withdraw') await withdrawRegistration(member, id, at, tx)
}

async function reasonOf({ tx }: Stage, key: string) {
  const [reason] = await tx.select({ id: reasons.id }).from(reasons).where(eq(reasons.key, key))
  return required(reason?.id, `the reason ${key}`)
}

function registrationOfOther({ sent }: Stage, name: string, model: string) {
  const theirs = [...sent].flatMap(([purchase, registered]) => (purchase.by === name ? registered : []))
  return required(theirs.find((one) => one.model === model)?.id, `the ${model} of ${name}`)
}
