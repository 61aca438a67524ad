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
import { beginCeremony, bySession, takeCeremony } from './ceremony'

/** Begins to show one of one's own passkeys as a second factor, and returns what the browser needs for it. */
export async function startPasskeyCheck(person: Person, at: Date, on: Database = db) {
  await consume('factor', person.id)
  const known = await on
    .select({ credentialId: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.accountId, person.id))
  if (known.length === 0) throw new Refusal('noPasskey')
  const options = await requestOptions(known)
  await beginCeremony(on, 'show', options.challenge, bySession(person), at)
  return options
}

/**
 * Shows a passkey as the second factor of this session; returns the session's new token to whoever was waiting for that. Refuses
 * somebody else's passkey, one that was removed, and an answer that is not right, too late or not the first.
 */
export async function verifyPasskey(person: Person, answer: UsedPasskey, at: Date, on: Database = db) {
  const challenge = await takeCeremony(on, 'show', answer, bySession(person), at)
  return on.transaction(async (tx) => {
    const [kept] = await tx
      .select()
      .from(passkeys)
      .where(and(eq(passkeys.credentialId, answer.id), eq(passkeys.accountId, person.id)))
      .for('update')
    if (!kept) throw new Refusal('passkeyUnknown')
    await acceptPasskey(tx, kept, answer, challenge, at)
    return markFactorVerified(tx, person, at)
  })
}

/** Looks at the answer, and notes on the locked passkey that it was used. */
export async function acceptPasskey(
  tx: Database,
  kept: typeof passkeys.$inferSelect,
  answer: UsedPasskey,
  challenge: string,
  at: Date,
) {
  const { counter, backedUp } = await verifyUse(answer, challenge, kept)
  await tx.update(passkeys).set({ counter, backedUp, lastUsedAt: at }).where(eq(passkeys.id, kept.id))
}
