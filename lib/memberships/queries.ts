import 'server-only'
import { desc, eq, lte } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { ruleTiers, ruleVersions } from '@/db/schema'

/** The rule of the tiers in force on a calendar day. Public: the programme page shows it. */
export async function ruleVersionOn(day: string, on: Database = db) {
  const [version] = await on
    .select({ id: ruleVersions.id, effectiveFrom: ruleVersions.effectiveFrom, placeholder: ruleVersions.placeholder })
    .from(ruleVersions)
    .where(lte(ruleVersions.effectiveFrom, day))
    .orderBy(desc(ruleVersions.effectiveFrom))
    .limit(1)
  if (!version) throw new Error(`No rule of the tiers is in force on ${day}.`)
  const tiers = await on
    .select({ status: ruleTiers.status, products: ruleTiers.products, cameras: ruleTiers.cameras })
    .from(ruleTiers)
    .where(eq(ruleTiers.ruleVersionId, version.id))
    .orderBy(ruleTiers.status)
  return { ...version, tiers }
}
