import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { seedCatalogue } from './catalogue'
import { seedCountries } from './countries'
import { seedReasons } from './reasons'
import { seedServices } from './services'
import { seedStatusRules } from './status-rules'
import { seedTexts } from './texts'

/** The first day of rules and texts, and so the earliest day of joining. */
export const FROM = '2026-01-01'

/**
 * Seeds what every installation needs before its first visitor: countries, rules, services, reasons, texts, catalogue.
 * Runs as the owner, may run repeatedly and concurrently, and leaves alone what an admin has changed since.
 */
export async function seedProgramme(db: Database) {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('seed-programme'))`)
    await seedCountries(tx, FROM)
    await seedStatusRules(tx, FROM)
    await seedServices(tx)
    await seedReasons(tx)
    await seedTexts(tx, FROM)
    await seedCatalogue(tx)
  })
}
