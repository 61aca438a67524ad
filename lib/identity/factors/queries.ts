import 'server-only'
import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { authenticators, passkeys, recoveryCodes } from '@/db/schema'
import type { Person } from '@/lib/actor'
import { issuerOf } from '@/lib/identity/sso/queries'

type OwnFactors = Awaited<ReturnType<typeof factorsOf>>
export type ListedPasskey = OwnFactors['passkeys'][number]

/**
 * Returns what somebody has set up: their passkeys, oldest first, whether they have an authenticator app, how many recovery codes
 * are left, and whether the account is bound to single sign-on.
 */
export async function factorsOf(person: Pick<Person, 'id'>, on: Database = db) {
  const ownPasskeys = await on
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
  const [app] = await on
    .select({ id: authenticators.id })
    .from(authenticators)
    .where(and(eq(authenticators.accountId, person.id), isNotNull(authenticators.confirmedAt)))
  const [codes] = await on
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, person.id), isNull(recoveryCodes.usedAt)))
  return {
    passkeys: ownPasskeys,
    app: app !== undefined,
    recoveryCodes: codes?.left ?? 0,
    sso: (await issuerOf(person.id, on)) !== null,
  }
}
