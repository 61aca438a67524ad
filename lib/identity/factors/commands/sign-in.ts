import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, passkeys } from '@/db/schema'
import { Refusal } from '@/lib/errors'
import { openSession } from '@/lib/identity/commands/sign-in'
import { consume } from '@/lib/limits'
import { record } from '@/lib/log/record'
import { createToken } from '@/lib/secrets'
import type { UsedPasskey } from '../input'
import { cancelFactorResetOnUse } from '../resets/commands/cancel'
import { requestOptions } from '../webauthn'
import { beginCeremony, bindToBrowser, takeCeremony } from './ceremony'
import { acceptPasskey } from './show'

/**
 * Starts a sign-in with any passkey; returns the browser's options, and the token that binds it to this browser: its existing
 * one, so that two tabs do not disturb each other, or a new one.
 */
export async function startPasskeySignIn(
  browserToken: string | undefined,
  client: string | undefined,
  at: Date,
  on: Database = db,
) {
  await consume('passkey-everyone', 'all')
  if (client) await consume('passkey-client', client)
  const token = browserToken ?? createToken()
  const options = await requestOptions()
  await beginCeremony(on, 'sign-in', options.challenge, bindToBrowser(token), at)
  return { token, options }
}

/**
 * Signs in the owner of the passkey, and returns the token of the session. The passkey proves possession and its owner, so it is
 * the second factor as well. Refuses an unknown passkey, a disabled account (only after the passkey was verified), and an answer
 * that is invalid, late, from another browser or repeated.
 */
export async function signInWithPasskey(
  browserToken: string | undefined,
  answer: UsedPasskey,
  userAgent: string | null,
  at: Date,
  on: Database = db,
) {
  const challenge = await takeCeremony(on, 'sign-in', answer, bindToBrowser(browserToken ?? ''), at)
  return on.transaction(async (tx) => {
    const [match] = await tx
      .select({
        passkey: passkeys,
        account: { id: accounts.id, role: accounts.role, disabledAt: accounts.disabledAt },
      })
      .from(passkeys)
      .innerJoin(accounts, eq(accounts.id, passkeys.accountId))
      .where(eq(passkeys.credentialId, answer.id))
      .for('update', { of: passkeys })
    if (!match || ownerIn(answer) !== match.account.id) throw new Refusal('passkeyUnknown')
    const { account, passkey } = match
    await acceptPasskey(tx, passkey, answer, challenge, at)
    if (account.disabledAt) throw new Refusal('accountDisabled')
    const token = await openSession(tx, account.id, userAgent, at, at)
    await record(tx, account, 'session.opened', { subjectId: account.id, reason: 'passkey', at })
    await cancelFactorResetOnUse(tx, account, at)
    return { token, role: account.role }
  })
}

/** Returns the owner according to the authenticator: the user handle it received on creation. */
const ownerIn = ({ response: { userHandle = '' } }: UsedPasskey) =>
  Buffer.from(userHandle, 'base64url').toString()
