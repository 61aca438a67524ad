import 'server-only'
import { and, eq, exists, isNull, lt, lte, notExists, type SQL, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, centres, confirmationPeople, confirmations } from '@/db/schema'
import type { ConfirmationStage } from '@/lib/lists'
import { record } from '@/lib/log/record'
import { queueMail, queueMailToAdmins } from '@/lib/mail/queue'
import { addDays, berlinDate } from '@/lib/time'
import { hasOpenConfirmation } from '../queries'
import { LATE_AFTER, quarterOf, REMIND_AFTER } from '../rules'

/**
 * Sends what is due on the day of `at`: creates the quarter's list for every centre with people who were there when it began,
 * reminds after 14 days, and notifies the admins after 28. The worker may run it any number of times and late: each step happens
 * once, by a unique index or by its guard.
 */
export async function askForConfirmation(at: Date, on: Database) {
  const quarter = quarterOf(berlinDate(at))
  for (const { id } of await centresWithoutList(on, quarter)) await createList(on, id, quarter, at)
  for (const { id } of await unansweredLists(on, quarter, REMIND_AFTER, isNull(confirmations.remindedAt), at))
    await remind(on, id, 'reminded', { remindedAt: at }, isNull(confirmations.remindedAt), at)
  for (const { id } of await unansweredLists(on, quarter, LATE_AFTER, isNull(confirmations.lateAt), at))
    await remind(on, id, 'late', { lateAt: at }, isNull(confirmations.lateAt), at)
}

/** Anyone who joined later in the quarter has just been invited by an admin, and is on the next list. */
const thereBefore = (quarter: string) =>
  and(
    isNull(accounts.disabledAt),
    lt(accounts.createdAt, sql`(${quarter}::date)::timestamp at time zone 'Europe/Berlin'`),
  )

const centresWithoutList = (on: Database, quarter: string) =>
  on
    .select({ id: centres.id })
    .from(centres)
    .where(
      and(
        exists(
          on
            .select({ id: accounts.id })
            .from(accounts)
            .where(and(eq(accounts.centreId, centres.id), thereBefore(quarter))),
        ),
        notExists(
          on
            .select({ id: confirmations.id })
            .from(confirmations)
            .where(and(eq(confirmations.centreId, centres.id), eq(confirmations.quarter, quarter))),
        ),
      ),
    )

async function createList(on: Database, centreId: string, quarter: string, at: Date) {
  await on.transaction(async (tx) => {
    const [list] = await tx
      .insert(confirmations)
      .values({ centreId, quarter, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: confirmations.id })
    if (!list) return
    const people = await tx
      .select({ accountId: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.centreId, centreId), thereBefore(quarter)))
    await tx
      .insert(confirmationPeople)
      .values(people.map((person) => ({ confirmationId: list.id, ...person })))
    await notify(tx, list.id, centreId, 'asked', at)
  })
}

/** Lists of this quarter, created so many days ago, on which somebody still waits for an answer. */
const unansweredLists = (on: Database, quarter: string, days: number, notYetNotified: SQL, at: Date) =>
  on
    .select({ id: confirmations.id })
    .from(confirmations)
    .where(
      and(
        eq(confirmations.quarter, quarter),
        lte(
          sql`(${confirmations.createdAt} at time zone 'Europe/Berlin')::date`,
          addDays(berlinDate(at), -days),
        ),
        notYetNotified,
        exists(
          on
            .select({ id: confirmationPeople.id })
            .from(confirmationPeople)
            .innerJoin(accounts, eq(accounts.id, confirmationPeople.accountId))
            .where(and(eq(confirmationPeople.confirmationId, confirmations.id), hasOpenConfirmation)),
        ),
      ),
    )

async function remind(
  on: Database,
  id: string,
  news: ConfirmationStage,
  change: Partial<typeof confirmations.$inferInsert>,
  notYetNotified: SQL,
  at: Date,
) {
  await on.transaction(async (tx) => {
    const [list] = await tx
      .update(confirmations)
      .set(change)
      .where(and(eq(confirmations.id, id), notYetNotified))
      .returning({ centreId: confirmations.centreId })
    if (list) await notify(tx, id, list.centreId, news, at)
  })
}

/** Notifies the centre's lead, or all admins when it has none or when the lead does not answer. */
async function notify(tx: Database, list: string, centreId: string, news: ConfirmationStage, at: Date) {
  await record(tx, null, `confirmation.${news}`, { subjectId: list, centreId, at })
  const lead = news === 'late' ? undefined : await leadOf(tx, centreId)
  if (lead) await queueMail(tx, 'confirmation', lead.id, { list, news })
  else await queueMailToAdmins(tx, 'confirmation', { list, news })
}

/** Returns the lead if they can sign in: a lead disabled for inactivity stays the lead until an admin names another. */
async function leadOf(tx: Database, centreId: string) {
  const [lead] = await tx
    .select({ id: accounts.id })
    .from(centres)
    .innerJoin(accounts, and(eq(accounts.id, centres.leadId), eq(accounts.centreId, centres.id)))
    .where(and(eq(centres.id, centreId), isNull(accounts.disabledAt)))
  return lead
}
