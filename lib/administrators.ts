import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts } from '@/db/schema'

const enabled = and(eq(accounts.role, 'admin'), isNull(accounts.disabledAt))

/** Returns the account ids of all administrators who can sign in, for mail to all of them. */
export async function listAdministrators(on: Database) {
  const admins = await on.select({ id: accounts.id }).from(accounts).where(enabled)
  return admins.map(({ id }) => id)
}

/**
 * Returns the same ids with their rows locked, in one order, until the transaction ends. Of two who demote each other at
 * the same time, the second no longer finds the first in the list.
 */
export async function lockAdministrators(tx: Database) {
  const admins = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(enabled)
    .orderBy(asc(accounts.id))
    .for('update')
  return admins.map(({ id }) => id)
}
