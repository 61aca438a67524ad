import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { identities } from '@/db/schema'
import type { Admin } from '@/lib/actor'

/**
 * The issuer that somebody's account is bound to, or null. It stays bound when the settings name another provider or none: else
 * a slip there would open the account to whoever reads its mailbox.
 */
export async function issuerOf(accountId: string, on: Database = db): Promise<string | null> {
  const [bound] = await on
    .select({ issuer: identities.issuer })
    .from(identities)
    .where(eq(identities.accountId, accountId))
  return bound?.issuer ?? null
}

/** The binding of somebody's account, whichever provider it is to, for an admin; or null. */
export async function bindingOf(_admin: Admin, accountId: string, on: Database = db) {
  const [bound] = await on
    .select({ issuer: identities.issuer, at: identities.boundAt })
    .from(identities)
    .where(eq(identities.accountId, accountId))
  return bound ?? null
}
