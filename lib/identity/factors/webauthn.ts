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

// Web Authentication, level 3 (https://www.w3.org/TR/webauthn-3/): what we ask of authenticators, and what of their answers
// we accept. Passkeys are discoverable and prove their owner (user verification), so one is knowledge and possession at once.

/** Passkeys belong to the host name of APP_URL, and work on its pages alone. */
function relyingParty() {
  const url = new URL(env().APP_URL)
  return { rpID: url.hostname, origin: url.origin }
}

type Known = { credentialId: string; transports: string[] }
/** EdDSA, ES256 and RS256 (COSE, RFC 9053), which every authenticator has one of. */
const ALGORITHMS = [-8, -7, -257]

const described = ({ credentialId: id, transports }: Known) => ({ id, transports })

/** What a browser needs to make a passkey. The account's id is its handle; the address is only what the person sees. */
export const creationOptions = (account: { id: string; email: string }, known: Known[]) =>
  generateRegistrationOptions({
    rpName: 'LUMIX PRO',
    rpID: relyingParty().rpID,
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    timeout: CEREMONY_LIFE,
    supportedAlgorithmIDs: ALGORITHMS,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(described),
  })

/** What a browser needs to use a passkey: one of `known`, or, without them, whichever the person chooses. */
export const requestOptions = (known?: Known[]) =>
  generateAuthenticationOptions({
    rpID: relyingParty().rpID,
    timeout: CEREMONY_LIFE,
    userVerification: 'required',
    allowCredentials: known?.map(described),
  })

/** The new passkey of an answer, or a refusal. */
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

type Kept = { credentialId: string; publicKey: string; counter: number }

/** The new count of signatures and whether the passkey is backed up, or a refusal: also when a count runs backwards. */
export async function verifyUse(response: UsedPasskey, challenge: string, kept: Kept) {
  const { rpID, origin } = relyingParty()
  const { verified, authenticationInfo } = await refuseUnverified(
    verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: kept.credentialId,
        publicKey: Buffer.from(kept.publicKey, 'base64url'),
        counter: kept.counter,
      },
    }),
  )
  if (!verified) throw new Refusal('passkeyRefused')
  return { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp }
}

/** The library throws for everything in an answer that is not as it should be; the log says what, as APP_URL may be wrong. */
async function refuseUnverified<T>(verification: Promise<T>): Promise<T> {
  try {
    return await verification
  } catch (problem) {
    logger.warn({ problem: String(problem) }, 'a passkey was refused')
    throw new Refusal('passkeyRefused')
  }
}
