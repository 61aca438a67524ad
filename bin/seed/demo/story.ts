import { aMember } from '@/testing/people'
import { addressOf, MEMBERS } from './people'
import { PURCHASES, type Purchase } from './purchases'
import { send } from './send'
import { moment, type Stage } from './stage'
import { take } from './step'

type Event = { ago: number; happen: (at: Date) => Promise<void> }

/** Lets everything happen in the order of its days, so that the log reads as if it had. */
export async function tellStory(stage: Stage) {
  const events = [...joining(stage), ...PURCHASES.flatMap((purchase) => dealing(stage, purchase))]
  const days = Map.groupBy(events, ({ ago }) => ago)
  for (const [ago, together] of [...days].sort(([a], [b]) => b - a))
    for (const [order, { happen }] of together.entries()) await happen(moment(stage.now, ago, order))
}

function joining({ tx, members }: Stage): Event[] {
  return MEMBERS.map(({ name, joined, ...person }) => ({
    ago: joined,
    happen: async (at) => {
      members.set(name, await aMember(tx, { ...person, email: addressOf(name) }, at))
    },
  }))
}

function dealing(stage: Stage, purchase: Purchase): Event[] {
  const steps = purchase.steps ?? []
  return [
    { ago: purchase.sent, happen: (at) => send(stage, purchase, at) },
    ...steps.map((step) => ({ ago: step.ago, happen: (at: Date) => take(stage, purchase, step, at) })),
  ]
}
