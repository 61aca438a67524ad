import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { statusRules, statusRuleTiers } from '@/db/schema'
import { seedCatalogue } from './catalogue'
import { seedCountries } from './countries'
import { seedReasons } from './reasons'
import { seedServices } from './services'
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
    await seedRules(tx)
    await seedServices(tx)
    await seedReasons(tx)
    await seedTexts(tx, FROM)
    await seedCatalogue(tx)
  })
}

async function seedRules(tx: Database) {
  await tx.insert(statusRules).values({ effectiveFrom: FROM, placeholder: true }).onConflictDoNothing()
  const [version] = await tx
    .select({ id: statusRules.id })
    .from(statusRules)
    .where(eq(statusRules.effectiveFrom, FROM))
  if (!version) throw new Error('The rules were not created.')
  await tx
    .insert(statusRuleTiers)
    .values([
      { statusRulesId: version.id, status: 'red' as const, products: 0, cameras: 0 },
      { statusRulesId: version.id, status: 'silver' as const, products: 3, cameras: 1 },
      { statusRulesId: version.id, status: 'gold' as const, products: 6, cameras: 2 },
      { statusRulesId: version.id, status: 'platinum' as const, products: 10, cameras: 2 },
    ])
    .onConflictDoNothing()
}
