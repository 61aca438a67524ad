import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { alerts, centres, logReads } from '@/db/schema'
import type { Desk } from '@/lib/actor'
import { aDesk } from '@/testing/people'

/** Somebody at the desk of a centre of their own, in a country and its time. `on` is the owner's. */
export async function aDeskIn(on: Database, country: string, timeZone: string) {
  const desk = await aDesk(on)
  const here = { country, timeZone }
  await on.update(centres).set(here).where(eq(centres.id, desk.centreId))
  return { ...desk, country } as Desk & { country: string }
}

/** Checks in the log as the desk's function writes them: found, unless told otherwise. */
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

/** An open alert about somebody's night. */
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
