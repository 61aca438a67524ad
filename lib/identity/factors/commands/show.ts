import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { passkeys } from '@/db/schema'
import type { Person } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { markFactorVerified } from '@/lib/identity/commands/factor'
import { consume } from '@/lib/limits'
import type { UsedPasskey } from '../input'
import { requestOptions, verifyUse } from '../webauthn'
import { beginCeremony, bindToSession, takeCeremony } from './ceremony'

/** Starts showing one of one's own passkeys as a second factor, and returns the browser's options. */
export async function startPasskeyCheck(person: Person, at: Date, on: Database = db) {
  await consume('factor', person.id)
  const own = await on
    .select({ credentialId: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.accountId, person.id))
  if (own.length === 0) throw new Refusal('noPasskey')
  const options = await requestOptions(own)
  await beginCeremony(on, 'show', options.challenge, bindToSession(person), at)
  return options
}

/**
 * Shows a passkey as the second factor of this session; returns the session's new token for a pending person. Refuses somebody
 * else's passkey, one that was removed, and an answer that is invalid, late or repeated.
 */
export async function verifyPasskey(person: Person, answer: UsedPasskey, at: Date, on: Database = db) {
  const challenge = await takeCeremony(on, 'show', answer, bindToSession(person), at)
  return on.transaction(async (tx) => {
    const [passkey] = await tx
      .select()
      .from(passkeys)
      .where(and(eq(passkeys.credentialId, answer.id), eq(passkeys.accountId, person.id)))
      .for('update')
    if (!passkey) throw new Refusal('passkeyUnknown')
    await acceptPasskey(tx, passkey, answer, challenge, at)
    return markFactorVerified(tx, person, at)
  })
}

/** Verifies the answer, and records the use on the locked passkey. */
export async function acceptPasskey(
  tx: Database,
  passkey: typeof passkeys.$inferSelect,
  answer: UsedPasskey,
  challenge: string,
  at: Date,
) {
  const { counter, backedUp } = await verifyUse(answer, challenge, passkey)
  await tx.update(passkeys).set({ counter, backedUp, lastUsedAt: at }).where(eq(passkeys.id, passkey.id))
}
