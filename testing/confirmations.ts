import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, centres, confirmationPeople, confirmations } from '@/db/schema'
import type { Desk } from '@/lib/actor'
import { quarterOf } from '@/lib/confirmations/rules'
import { actAs } from '@/lib/identity/act-as'
import { berlinDate } from '@/lib/time'
import { aDesk } from '@/testing/people'

/** A centre with a lead (by default) and a colleague, both from before any quarter. `on` must be the owner's connection. */
export async function aLedCentre(on: Database, { led = true } = {}) {
  const lead = await aDesk(on)
  const { centreId } = lead
  const colleague = await aColleague(on, centreId)
  await on
    .update(accounts)
    .set({ createdAt: new Date(0) })
    .where(eq(accounts.id, lead.id))
  if (led) await on.update(centres).set({ leadId: lead.id }).where(eq(centres.id, centreId))
  return { lead, colleague, centreId }
}

export async function aColleague(on: Database, centreId: string, createdAt = new Date(0)) {
  const email = `colleague-${crypto.randomUUID()}@example.com`
  const [created] = await on
    .insert(accounts)
    .values({ email, role: 'desk', language: 'en', centreId, createdAt })
    .returning({ id: accounts.id })
  return { ...((await actAs(on, String(created?.id))) as Desk), email }
}

/** The list for the quarter of `at` with these people on it, as the worker creates it; returns the ids of their lines. */
export async function aList(on: Database, centreId: string, people: { id: string }[], at: Date) {
  const [list] = await on
    .insert(confirmations)
    .values({ centreId, quarter: quarterOf(berlinDate(at)), createdAt: at })
    .returning({ id: confirmations.id })
  const lines = await on
    .insert(confirmationPeople)
    .values(people.map(({ id }) => ({ confirmationId: String(list?.id), accountId: id })))
    .returning({ id: confirmationPeople.id })
  return { list: String(list?.id), lines: lines.map(({ id }) => id) }
}
