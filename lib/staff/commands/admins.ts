import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts } from '@/db/schema'

/**
 * The ids of all admins who are not disabled, locked in one order until the transaction ends. Two who demote each other at once
 * take their turns here, and the second no longer finds the first among them.
 */
export async function lockAdmins(tx: Database) {
  const found = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.role, 'admin'), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.id))
    .for('update')
  return found.map(({ id }) => id)
}
