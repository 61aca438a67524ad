import 'server-only'
import { and, asc, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, sessions } from '@/db/schema'
import { lockAdministrators } from '@/lib/administrators'
import { record } from '@/lib/log/record'
import { UNUSED_LIFE } from '../rules'

/**
 * Disables the staff accounts that nobody has used for 60 days, and returns their ids. If all admins are inactive, the one seen
 * last stays, since somebody has to be able to enable the others.
 */
export async function disableUnusedStaff(at: Date, on: Database): Promise<string[]> {
  return on.transaction(async (tx) => {
    const admins = await lockAdministrators(tx)
    const unused = await findUnused(tx, new Date(at.getTime() - UNUSED_LIFE))
    const spared = admins.every((id) => unused.includes(id))
      ? unused.findLast((id) => admins.includes(id))
      : undefined
    const ids = unused.filter((id) => id !== spared)
    if (ids.length === 0) return []
    await tx.update(accounts).set({ disabledAt: at }).where(inArray(accounts.id, ids))
    await tx.delete(sessions).where(inArray(sessions.accountId, ids))
    for (const id of ids)
      await record(tx, null, 'staff.disabled', { subjectId: id, reason: 'unused for 60 days', at })
    return ids
  })
}

/** Most recently seen last; without a sign-in the creation of the account counts. */
async function findUnused(tx: Database, since: Date) {
  const lastUse = sql`coalesce(${accounts.lastSeenAt}, ${accounts.createdAt})`
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        ne(accounts.role, 'member'),
        isNull(accounts.disabledAt),
        sql`${lastUse} <= ${since.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(lastUse), asc(accounts.id))
    .for('update')
  return rows.map(({ id }) => id)
}
