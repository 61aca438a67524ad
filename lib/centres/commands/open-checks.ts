import 'server-only'
import { type Database, db } from '@/db/client'
import type { Desk } from '@/lib/actor'
import { record } from '@/lib/log/record'
import type { ChecksFilter } from '../input'
import { checksOfLead } from '../queries/lead'

/**
 * Reads the checks of the centre that somebody leads, and writes down that they did: it is what their colleagues did, one by
 * one. Null, and nothing written, for whoever leads no centre.
 */
export async function openLeadChecks(desk: Desk, asked: ChecksFilter, at: Date, on: Database = db) {
  return on.transaction(async (tx) => {
    const found = await checksOfLead(desk, asked, tx)
    if (found) await record(tx, desk, 'centre.checks-read', { subjectId: asked.person, at })
    return found
  })
}
