import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { accounts, confirmationPeople, confirmations, logReads } from '@/db/schema'
import { raiseAlerts } from '@/lib/alerts/commands/raise'
import { answerConfirmation } from '@/lib/confirmations/commands/answer'
import { askForConfirmation } from '@/lib/confirmations/commands/ask'
import { addressOf, CENTRES, LED } from './people'
import { moment, required, type Stage } from './stage'

const HOUR = 3_600_000

/** The leads' confirmation lists, and a member who was checked in two countries within a day. */
export async function seedCentres(stage: Stage) {
  await addColleague(stage)
  await requestConfirmations(stage)
  await checkInTwoCountries(stage)
}

/** Two people work at the Tokyo desk, so that its list has more on it than its lead. */
async function addColleague({ tx, now, desks }: Stage) {
  const { centreId } = required(desks.get('tokyo'), 'tokyo')
  const createdAt = moment(now, 320, 9)
  await tx.insert(accounts).values({
    email: addressOf('desk.tokyo.two'),
    role: 'desk',
    language: 'en',
    centreId,
    createdAt,
    lastSeenAt: now,
  })
}

/** The worker asked ten days ago. Every lead has since confirmed themselves, so only Tokyo's list is unfinished. */
async function requestConfirmations({ tx, now, desks }: Stage) {
  await askForConfirmation(moment(now, 10), tx)
  for (const key of LED) {
    const lead = required(desks.get(key), key)
    const [own] = await tx
      .select({ id: confirmationPeople.id })
      .from(confirmationPeople)
      .innerJoin(confirmations, eq(confirmations.id, confirmationPeople.confirmationId))
      .where(and(eq(confirmations.centreId, lead.centreId), eq(confirmationPeople.accountId, lead.id)))
    if (own) await answerConfirmation(lead, { id: own.id, answer: 'confirmed' }, moment(now, 6), tx)
  }
}

/** Odile's card was checked yesterday in Lyon, and two hours later in Tokyo. The worker has raised an alert. */
async function checkInTwoCountries({ tx, now, desks, members }: Stage) {
  const memberId = required(members.get('odile'), 'odile').ownMemberId
  const first = moment(now, 1)
  const later = (hours: number) => new Date(first.getTime() + hours * HOUR)
  for (const [key, at] of [['lyon', first] as const, ['tokyo', later(2)] as const]) {
    const { id, centreId } = required(desks.get(key), key)
    await tx.insert(logReads).values({
      at,
      actorId: id,
      actorRole: 'desk',
      action: 'card.checked',
      memberId,
      subjectId: randomUUID(),
      centreId,
      country: CENTRES.find((centre) => centre.key === key)?.country,
      purpose: 'service',
      hit: true,
    })
  }
  await raiseAlerts(later(3), tx)
}
