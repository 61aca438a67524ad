import 'server-only'
import { type Database, db } from '@/db/client'
import type { Desk } from '@/lib/actor'
import { record } from '@/lib/log/record'
import type { ChecksFilter } from '../input'
import { checksOfLead } from '../queries/lead'

/**
 * Returns the checks of the centre that somebody leads, and logs the read, as it shows what each colleague did. Null, and not
 * logged, for anyone who leads no centre.
 */
export async function openLeadChecks(desk: Desk, filter: ChecksFilter, at: Date, on: Database = db) {
  return on.transaction(async (tx) => {
    const checks = await checksOfLead(desk, filter, tx)
    if (checks) await record(tx, desk, 'centre.checks-read', { subjectId: filter.person, at })
    return checks
  })
}
