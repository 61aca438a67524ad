import 'server-only'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { alerts, alertWatch } from '@/db/schema'
import { record } from '@/lib/log/record'
import { queueMailToAdmins } from '@/lib/mail/queue'
import { listNewChecks } from '../queries/log'
import { HOUR } from '../rules'
import {
  type Found,
  findCentreMisses,
  findManyChecks,
  findManyMisses,
  findNightChecks,
  findPauses,
  findTwoCountries,
} from './find'

/** A check may commit a little after its moment: so far back the log is watched again. */
const OVERLAP = HOUR / 4
/** How far the first look of all goes back. */
const FIRST_LOOK = 24 * HOUR

/**
 * Looks at what was checked since the last time, up to `at`, and raises an alert for each occasion that is unusual:
 * a row, a line of the log, a mail to every admin. An occasion that has its alert raises no second one, so it may be run twice,
 * twice at once, and after any break: the row that says how far the log was watched is held meanwhile.
 */
export async function raiseAlerts(at: Date, on: Database) {
  await on.transaction(async (tx) => {
    const since = await watchedUntil(tx, at)
    const fresh = await listNewChecks(tx, new Date(since.getTime() - OVERLAP), at)
    const checks = fresh.filter(({ action }) => action === 'card.checked')
    const found = [
      ...findPauses(fresh),
      ...findNightChecks(checks),
      ...(await findManyChecks(tx, checks)),
      ...(await findManyMisses(tx, checks)),
      ...(await findCentreMisses(tx, checks)),
      ...(await findTwoCountries(tx, checks)),
    ]
    for (const alert of found) await raise(tx, alert, at)
    await tx.update(alertWatch).set({ until: sql`greatest(${alertWatch.until}, ${at.toISOString()})` })
  })
}

async function watchedUntil(tx: Database, at: Date) {
  const first = new Date(at.getTime() - FIRST_LOOK)
  await tx.insert(alertWatch).values({ until: first }).onConflictDoNothing()
  const [watch] = await tx.select({ until: alertWatch.until }).from(alertWatch).for('update')
  return watch?.until ?? first
}

async function raise(tx: Database, alert: Found, at: Date) {
  const [raised] = await tx
    .insert(alerts)
    .values({ ...alert, raisedAt: at })
    .onConflictDoNothing()
    .returning({ id: alerts.id })
  if (!raised) return
  const { kind, centreId, memberId } = alert
  await record(tx, null, 'alert.raised', {
    subjectId: raised.id,
    centreId,
    memberId: memberId ?? undefined,
    reason: kind,
    at,
  })
  await queueMailToAdmins(tx, 'alert', { alert: raised.id })
}
