import 'server-only'
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, authenticators } from '@/db/schema'
import type { Actor, Person } from '@/lib/actor'
import { env } from '@/lib/env'
import { ENROLMENT_LIFE } from './rules'
import { unseal } from './seal'

/** Returns the secret that waits for its first code, and the account's address; null when none waits. */
export async function findPendingApp(person: Person, at: Date, on: Database = db) {
  const [row] = await on
    .select({ id: authenticators.id, secret: authenticators.secret, email: accounts.email })
    .from(authenticators)
    .innerJoin(accounts, eq(accounts.id, authenticators.accountId))
    .where(
      and(
        eq(authenticators.accountId, person.id),
        isNull(authenticators.confirmedAt),
        gt(authenticators.createdAt, new Date(at.getTime() - ENROLMENT_LIFE)),
      ),
    )
  return row ? { ...row, secret: unseal(env().AUTH_SECRET, person.id, row.secret) } : null
}

/** Returns since when somebody's own app is in use; null when they have none. */
export async function findAppSince(actor: Actor, on: Database = db) {
  const [row] = await on
    .select({ confirmedAt: authenticators.confirmedAt })
    .from(authenticators)
    .where(and(eq(authenticators.accountId, actor.id), isNotNull(authenticators.confirmedAt)))
  return row?.confirmedAt ?? null
}
