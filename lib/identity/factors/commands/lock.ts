import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts } from '@/db/schema'
import type { Person } from '@/lib/actor'
import { Refusal } from '@/lib/errors'

/** Locks the account until the transaction ends: concurrent changes of its factors wait, and then see this one. */
export async function lockAccount(tx: Database, person: Person) {
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, person.id), isNull(accounts.disabledAt)))
    .for('update')
  if (!account) throw new Refusal('notAllowed')
}
