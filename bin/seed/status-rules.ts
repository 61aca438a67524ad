import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { statusRules, statusRuleTiers } from '@/db/schema'

/** The first status rules, in force since `from`. Placeholders until Panasonic confirms them; leaves alone what is there. */
export async function seedStatusRules(tx: Database, from: string) {
  await tx.insert(statusRules).values({ effectiveFrom: from, placeholder: true }).onConflictDoNothing()
  const [version] = await tx
    .select({ id: statusRules.id })
    .from(statusRules)
    .where(eq(statusRules.effectiveFrom, from))
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
