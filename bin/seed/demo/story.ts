import { aMember } from '@/testing/people'
import { addressOf, MEMBERS } from './people'
import { PURCHASES, type Purchase } from './purchases'
import { sendPurchase } from './send'
import { moment, type Stage } from './stage'
import { takeStep } from './step'

type Event = { ago: number; happen: (at: Date) => Promise<void> }

/** Runs all events in chronological order, so that the log is in order too. */
export async function playStory(stage: Stage) {
  const events = [
    ...joiningEvents(stage),
    ...PURCHASES.flatMap((purchase) => purchaseEvents(stage, purchase)),
  ]
  const days = Map.groupBy(events, ({ ago }) => ago)
  for (const [ago, events] of [...days].sort(([a], [b]) => b - a))
    for (const [order, { happen }] of events.entries()) await happen(moment(stage.now, ago, order))
}

function joiningEvents({ tx, members }: Stage): Event[] {
  return MEMBERS.map(({ name, joined, ...person }) => ({
    ago: joined,
    happen: async (at) => {
      members.set(name, await aMember(tx, { ...person, email: addressOf(name) }, at))
    },
  }))
}

function purchaseEvents(stage: Stage, purchase: Purchase): Event[] {
  const steps = purchase.steps ?? []
  return [
    { ago: purchase.sent, happen: (at) => sendPurchase(stage, purchase, at) },
    ...steps.map((step) => ({ ago: step.ago, happen: (at: Date) => takeStep(stage, purchase, step, at) })),
  ]
}
