import 'server-only'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { alerts, alertWatch } from '@/db/schema'
import { record } from '@/lib/log/record'
import { queueMailToAdmins } from '@/lib/mail/queue'
import { listNewChecks } from '../queries/log'
import { HOUR } from '../rules'
import {
  type AlertDraft,
  findCentreMisses,
  findManyChecks,
  findManyMisses,
  findNightChecks,
  findPauses,
  findTwoCountries,
} from './find'

/** A check may commit a little after its timestamp, so each run re-reads the log this far back. */
const OVERLAP = HOUR / 4
/** How far back the very first run looks. */
const FIRST_RUN = 24 * HOUR

/**
 * Examines the checks since the last run, up to `at`, and raises an alert for each unusual occasion: a row, a log entry, a mail
 * to every admin. An occasion never gets a second alert, so this may run twice, concurrently and after any pause: the row that
 * stores how far the log was read stays locked meanwhile.
 */
export async function raiseAlerts(at: Date, on: Database) {
  await on.transaction(async (tx) => {
    const since = await watchedUntil(tx, at)
    const entries = await listNewChecks(tx, new Date(since.getTime() - OVERLAP), at)
    const checks = entries.filter(({ action }) => action === 'card.checked')
    const drafts = [
      ...findPauses(entries),
      ...findNightChecks(checks),
      ...(await findManyChecks(tx, checks)),
      ...(await findManyMisses(tx, checks)),
      ...(await findCentreMisses(tx, checks)),
      ...(await findTwoCountries(tx, checks)),
    ]
    for (const alert of drafts) await raise(tx, alert, at)
    await tx.update(alertWatch).set({ until: sql`greatest(${alertWatch.until}, ${at.toISOString()})` })
  })
}

async function watchedUntil(tx: Database, at: Date) {
  const first = new Date(at.getTime() - FIRST_RUN)
  await tx.insert(alertWatch).values({ until: first }).onConflictDoNothing()
  const [watch] = await tx.select({ until: alertWatch.until }).from(alertWatch).for('update')
  return watch?.until ?? first
}

async function raise(tx: Database, alert: AlertDraft, at: Date) {
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
