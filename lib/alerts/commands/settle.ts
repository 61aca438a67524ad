import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { alerts } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import type { AlertSettlement } from '../input'

/** Records that an admin has looked at an alert, and what they found out. Refuses one that is settled already. */
export async function settleAlert(admin: Admin, { id, note }: AlertSettlement, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const [settled] = await tx
      .update(alerts)
      .set({ settledAt: at, settledBy: admin.id, note })
      .where(and(eq(alerts.id, id), isNull(alerts.settledAt)))
      .returning({ centreId: alerts.centreId })
    if (!settled) throw new Refusal('alertSettled')
    await record(tx, admin, 'alert.settled', { subjectId: id, centreId: settled.centreId, at })
  })
}
