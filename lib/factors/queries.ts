import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { passkeys } from '@/db/schema'
import type { Person } from '@/lib/auth/actor'

export type OwnFactors = Awaited<ReturnType<typeof factorsOf>>
export type ListedPasskey = OwnFactors['passkeys'][number]

/** What somebody has set up: their passkeys, the oldest first, whether an authenticator app, and how many recovery codes are left. */
export async function factorsOf(person: Person, on: Database = db) {
  const found = await on
    .select({
      id: passkeys.id,
      name: passkeys.name,
      backedUp: passkeys.backedUp,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.accountId, person.id))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
  return { passkeys: found, app: false, recoveryCodes: 0 }
}
