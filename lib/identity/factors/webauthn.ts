import 'server-only'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { logger } from '@/lib/logger'
import type { MadePasskey, UsedPasskey } from './input'
import { CEREMONY_LIFE } from './rules'

// Web Authentication, level 3 (https://www.w3.org/TR/webauthn-3/): what we require of authenticators, and which answers we
// accept. Passkeys are discoverable and prove their owner (user verification), so one is knowledge and possession at once.

/** Passkeys belong to the host name of APP_URL, and work on its pages alone. */
function relyingParty() {
  const url = new URL(env().APP_URL)
  return { rpID: url.hostname, origin: url.origin }
}

type Credential = { credentialId: string; transports: string[] }
/** EdDSA, ES256 and RS256 (COSE, RFC 9053); every authenticator supports one of them. */
const ALGORITHMS = [-8, -7, -257]

const toDescriptor = ({ credentialId: id, transports }: Credential) => ({ id, transports })

/** Returns the options for creating a passkey. The account's id is the user handle; the address is only displayed. */
export const creationOptions = (account: { id: string; email: string }, known: Credential[]) =>
  generateRegistrationOptions({
    rpName: 'LUMIX PRO',
    rpID: relyingParty().rpID,
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    timeout: CEREMONY_LIFE,
    supportedAlgorithmIDs: ALGORITHMS,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(toDescriptor),
  })

/** Returns the options for using a passkey: one of `known`, or without them any the person chooses. */
export const requestOptions = (known?: Credential[]) =>
  generateAuthenticationOptions({
    rpID: relyingParty().rpID,
    timeout: CEREMONY_LIFE,
    userVerification: 'required',
    allowCredentials: known?.map(toDescriptor),
  })

/** Returns the new passkey of an answer, or refuses. */
export async function verifyCreation(response: MadePasskey, challenge: string) {
  const { rpID, origin } = relyingParty()
  const { verified, registrationInfo } = await refuseUnverified(
    verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!verified) throw new Refusal('passkeyRefused')
  const { credential, aaguid, credentialBackedUp } = registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: response.response.transports ?? [],
    backedUp: credentialBackedUp,
    aaguid,
  }
}

type StoredPasskey = { credentialId: string; publicKey: string; counter: number }

/**
 * Returns the new signature counter and whether the passkey is backed up. Refuses an invalid answer, also when the counter runs
 * backwards.
 */
export async function verifyUse(response: UsedPasskey, challenge: string, passkey: StoredPasskey) {
  const { rpID, origin } = relyingParty()
  const { verified, authenticationInfo } = await refuseUnverified(
    verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: Buffer.from(passkey.publicKey, 'base64url'),
        counter: passkey.counter,
      },
    }),
  )
  if (!verified) throw new Refusal('passkeyRefused')
  return { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp }
}

/** The library throws for anything invalid in an answer; the reason is logged, as APP_URL may be wrong. */
async function refuseUnverified<T>(verification: Promise<T>): Promise<T> {
  try {
    return await verification
  } catch (problem) {
    logger.warn({ problem: String(problem) }, 'a passkey was refused')
    throw new Refusal('passkeyRefused')
  }
}
