import 'server-only'
import { type Database, db } from '@/db/client'
import type { Admin } from '@/lib/auth/actor'
import { requireFreshFactor } from '@/lib/auth/policy'
import { type Asked, type Entry, readLog } from './queries'
import { record } from './record'

const BATCH = 1000
/** More than a spreadsheet likes; whoever needs more asks for a shorter period. */
const MOST = 100_000

/** Writes down that somebody exports, then gives the entries in batches, newest first. Needs a fresh factor. */
export async function exportLog(admin: Admin, asked: Asked, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  await on.transaction((tx) => record(tx, admin, 'log.exported', { at }))
  return batches(admin, asked, on)
}

async function* batches(admin: Admin, asked: Asked, on: Database): AsyncGenerator<Entry[]> {
  let before = asked.before
  for (let given = 0; given < MOST; given += BATCH) {
    const entries = await readLog(admin, { ...asked, before }, BATCH, on)
    yield entries
    before = entries.at(-1)?.id
    if (entries.length < BATCH) return
  }
}
