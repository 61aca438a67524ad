import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { identities } from '@/db/schema'
import type { Admin } from '@/lib/auth/actor'
import { singleSignOn } from '@/lib/env'

/** Since when somebody's account is bound to the provider that is set, or null. */
export async function boundSince(accountId: string, on: Database = db): Promise<Date | null> {
  const provider = singleSignOn()
  if (!provider) return null
  const [bound] = await on
    .select({ at: identities.boundAt })
    .from(identities)
    .where(and(eq(identities.accountId, accountId), eq(identities.issuer, provider.issuer)))
  return bound?.at ?? null
}

/** The binding of somebody's account, whichever provider it is to, for an admin; or null. */
export async function bindingOf(_admin: Admin, accountId: string, on: Database = db) {
  const [bound] = await on
    .select({ issuer: identities.issuer, at: identities.boundAt })
    .from(identities)
    .where(eq(identities.accountId, accountId))
  return bound ?? null
}
