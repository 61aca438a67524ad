import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, passkeys } from '@/db/schema'
import { isPending, type Person } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { markFactorVerified } from '@/lib/identity/commands/factor'
import { deviceOf } from '@/lib/identity/sessions/rules'
import { consume } from '@/lib/limits'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import type { MadePasskey } from '../input'
import { mayChangeFactors } from '../policy'
import { factorsOf } from '../queries'
import { hasFactor, MAX_PASSKEYS, passkeyNameFor } from '../rules'
import { creationOptions, verifyCreation } from '../webauthn'
import { beginCeremony, bindToSession, takeCeremony } from './ceremony'
import { lockAccount } from './lock'

/**
 * Starts adding a passkey, and returns the browser's options. Refuses staff whose factor is not fresh, and more than 20 passkeys.
 */
export async function startEnrolment(person: Person, at: Date, on: Database = db) {
  await consume('factor', person.id)
  const factors = await factorsOf(person, on)
  if (!mayChangeFactors(person, factors, at)) throw new Refusal('stepUp')
  if (factors.passkeys.length >= MAX_PASSKEYS)
    throw new Refusal('tooManyPasskeys', undefined, { most: MAX_PASSKEYS })
  const [account] = await on
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(eq(accounts.id, person.id))
  if (!account) throw new Refusal('notFound')
  const existing = await on
    .select({ credentialId: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.accountId, person.id))
  const options = await creationOptions(account, existing)
  await beginCeremony(on, 'enrol', options.challenge, bindToSession(person), at)
  return options
}

/**
 * Adds the passkey that the browser has created. For staff waiting for their first factor this also shows it, and returns the
 * session's new token. Refuses an answer that is invalid, late or repeated.
 */
export async function addPasskey(
  person: Person,
  answer: MadePasskey,
  userAgent: string | null,
  at: Date,
  on: Database = db,
): Promise<string | undefined> {
  const challenge = await takeCeremony(on, 'enrol', answer, bindToSession(person), at)
  const { aaguid, ...credential } = await verifyCreation(answer, challenge)
  const name = passkeyNameFor(aaguid, deviceOf(userAgent))
  return on.transaction(async (tx) => {
    await lockAccount(tx, person)
    // Staff showed their factor when the ceremony began; those who had none then may have one by now.
    if (isPending(person) && hasFactor(await factorsOf(person, tx))) throw new Refusal('stepUp')
    const [added] = await tx
      .insert(passkeys)
      .values({ accountId: person.id, name, createdAt: at, ...credential })
      .returning({ id: passkeys.id })
      .catch(refuseKnown)
    await record(tx, person, 'passkey.added', { subjectId: added?.id, at })
    await queueMail(tx, 'factor-changed', person.id, { change: 'passkey-added', name, at: at.toISOString() })
    return isPending(person) ? markFactorVerified(tx, person, at) : undefined
  })
}

function refuseKnown(error: unknown): never {
  if (brokenConstraint(error) === 'passkeys_credential') throw new Refusal('passkeyKnown')
  throw error
}
