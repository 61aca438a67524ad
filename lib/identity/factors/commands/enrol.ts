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
import { beginCeremony, bySession, takeCeremony } from './ceremony'
import { lockAccount } from './lock'

/**
 * Begins to add a passkey, and returns what the browser needs for it. Refuses staff who have
 * a factor and have not just shown it, and more than 20 passkeys.
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
  const known = await on
    .select({ credentialId: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.accountId, person.id))
  const options = await creationOptions(account, known)
  await beginCeremony(on, 'enrol', options.challenge, bySession(person), at)
  return options
}

/**
 * Adds the passkey that the browser has made. For staff who were waiting for their first factor it is shown by that, and the
 * session gets a new token, which this gives. Refuses an answer that is not right, or comes too late or twice.
 */
export async function addPasskey(
  person: Person,
  answer: MadePasskey,
  userAgent: string | null,
  at: Date,
  on: Database = db,
): Promise<string | undefined> {
  const challenge = await takeCeremony(on, 'enrol', answer, bySession(person), at)
  const { aaguid, ...made } = await verifyCreation(answer, challenge)
  const name = passkeyNameFor(aaguid, deviceOf(userAgent))
  return on.transaction(async (tx) => {
    await lockAccount(tx, person)
    // Staff showed their factor when the ceremony began; who had none then may have got one since.
    if (isPending(person) && hasFactor(await factorsOf(person, tx))) throw new Refusal('stepUp')
    const [added] = await tx
      .insert(passkeys)
      .values({ accountId: person.id, name, createdAt: at, ...made })
      .returning({ id: passkeys.id })
      .catch(alreadyKnown)
    await record(tx, person, 'passkey.added', { subjectId: added?.id, at })
    await queueMail(tx, 'factor-changed', person.id, { change: 'passkey-added', name, at: at.toISOString() })
    return isPending(person) ? markFactorVerified(tx, person, at) : undefined
  })
}

function alreadyKnown(error: unknown): never {
  if (brokenConstraint(error) === 'passkeys_credential') throw new Refusal('passkeyKnown')
  throw error
}
