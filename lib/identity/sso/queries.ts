import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { identities } from '@/db/schema'
import type { Admin } from '@/lib/actor'

/**
 * Returns the issuer that somebody's account is bound to, or null. It stays bound when another provider or none is configured:
 * otherwise a misconfiguration would open the account to anyone who reads its mailbox.
 */
export async function issuerOf(accountId: string, on: Database = db): Promise<string | null> {
  const [identity] = await on
    .select({ issuer: identities.issuer })
    .from(identities)
    .where(eq(identities.accountId, accountId))
  return identity?.issuer ?? null
}

/** Returns the binding of somebody's account, to any provider, for an admin, or null. */
export async function bindingOf(_admin: Admin, accountId: string, on: Database = db) {
  const [identity] = await on
    .select({ issuer: identities.issuer, at: identities.boundAt })
    .from(identities)
    .where(eq(identities.accountId, accountId))
  return identity ?? null
}
