import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { alerts, centres, logReads } from '@/db/schema'
import type { Desk } from '@/lib/actor'
import { aDesk } from '@/testing/people'

/** A desk user with a centre of their own, in this country and time zone. `on` must be the owner's connection. */
export async function aDeskIn(on: Database, country: string, timeZone: string) {
  const desk = await aDesk(on)
  const here = { country, timeZone }
  await on.update(centres).set(here).where(eq(centres.id, desk.centreId))
  return { ...desk, country } as Desk & { country: string }
}

/** Writes checks to the log as the desk's function does: hits, by default. */
export async function logChecks(
  on: Database,
  desk: Desk & { country: string },
  moments: Date[],
  entry: Partial<typeof logReads.$inferInsert> = {},
) {
  const { id, centreId, country } = desk
  const check = { actorId: id, actorRole: 'desk', centreId, country, action: 'card.checked' } as const
  if (moments.length === 0) return
  await on.insert(logReads).values(moments.map((at) => ({ ...check, at, hit: true, ...entry })))
}

/** An open alert about checks at night. */
export async function anAlert(on: Database, desk: Desk, over: Partial<typeof alerts.$inferInsert> = {}) {
  const at = new Date()
  const [created] = await on
    .insert(alerts)
    .values({
      kind: 'night',
      occasion: crypto.randomUUID(),
      accountId: desk.id,
      centreId: desk.centreId,
      at,
      raisedAt: at,
      details: {},
      ...over,
    })
    .returning({ id: alerts.id })
  return String(created?.id)
}
