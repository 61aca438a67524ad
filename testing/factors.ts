import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { sessions } from '@/db/schema'
import type { Actor, Pending, Person } from '@/lib/actor'
import type { Ceremony } from '@/lib/forms-state'
import { openSession } from '@/lib/identity/commands/sign-in'
import { addPasskey, startEnrolment } from '@/lib/identity/factors/commands/enrol'
import type { MadePasskey, UsedPasskey } from '@/lib/identity/factors/input'
import { hashToken } from '@/lib/secrets'

type Creation = Extract<Ceremony, { create: unknown }>['create']
type Request = Extract<Ceremony, { get: unknown }>['get']

const PRESENT = 0x01
const VERIFIED = 0x04
const KEY_INCLUDED = 0x40

type AuthenticatorOptions = {
  origin?: string
  rpId?: string
  aaguid?: string
  /** Whether it has a signature counter; most synced passkeys do not. */
  counts?: boolean
  /** Whether it verifies the user by a fingerprint or a PIN. */
  verifies?: boolean
}

/** A WebAuthn authenticator with one passkey (ES256, attestation none): its responses are genuine. */
export function anAuthenticator(options: AuthenticatorOptions = {}) {
  const { origin = 'http://localhost:3000', rpId = 'localhost', counts = false, verifies = true } = options
  const aaguid = options.aaguid ?? '00000000-0000-0000-0000-000000000000'
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const passkey = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key' as const,
  }
  let counter = 0
  let handle = ''

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  function authenticatorData(more = Buffer.alloc(0), flags = 0) {
    if (counts) counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const shown = PRESENT | (verifies ? VERIFIED : 0) | flags
    return Buffer.concat([sha256(rpId), Buffer.from([shown]), count, more])
  }

  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const key = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  )

  return {
    id: passkey.id,
    /** The row of its passkey, as adding it creates it. */
    row(accountId: string) {
      handle = Buffer.from(accountId).toString('base64url')
      const kept = { credentialId: passkey.id, publicKey: Buffer.from(key).toString('base64url') }
      const rest = {
        counter,
        transports: ['internal'],
        backedUp: false,
        name: 'Phone',
        createdAt: new Date(),
      }
      return { accountId, ...kept, ...rest }
    },
    /** Resets its signature counter, as in a cloned authenticator. */
    rewind: () => {
      counter = 0
    },
    create(options: Pick<Creation, 'challenge' | 'user'>): MadePasskey {
      handle = options.user.id
      const length = Buffer.from([0, id.length])
      const kept = Buffer.concat([Buffer.from(aaguid.replaceAll('-', ''), 'hex'), length, id, key])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authenticatorData(kept, KEY_INCLUDED))],
      ])
      return {
        ...passkey,
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
          transports: ['internal'],
        },
        clientExtensionResults: {},
      }
    },
    use(options: Pick<Request, 'challenge'>): UsedPasskey {
      const signedData = clientData('webauthn.get', options.challenge)
      const data = authenticatorData()
      const signature = sign('sha256', Buffer.concat([data, sha256(signedData)]), privateKey)
      return {
        ...passkey,
        response: {
          clientDataJSON: signedData.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: handle,
        },
        clientExtensionResults: {},
      }
    },
  }
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** The same person in a new session, in which a factor was shown at `factorAt`. */
export async function inSession<A extends Actor>(
  on: Database,
  actor: A,
  at: Date,
  factorAt = at,
): Promise<A> {
  const shown = actor.role === 'member' ? undefined : factorAt
  return { ...actor, sessionId: await openTestSession(on, actor, at, shown), factorAt: shown }
}

/** A staff member who has signed in by code and has yet to show a factor. */
export async function aPending(
  on: Database,
  { id, role, language, centreId }: Actor,
  at: Date,
): Promise<Pending> {
  return { id, role, language, centreId, sessionId: await openTestSession(on, { id }, at), pending: true }
}

async function openTestSession(on: Database, { id }: { id: string }, at: Date, factorAt?: Date) {
  const token = await openSession(on, id, 'Test', at, factorAt)
  const [session] = await on
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.tokenHash, hashToken(token)))
  return String(session?.id)
}

/** Enrols a passkey as a browser does, and returns its authenticator. */
export async function enrolled(on: Database, person: Person, at: Date, authenticator = anAuthenticator()) {
  const credential = authenticator.create(await startEnrolment(person, at, on))
  await addPasskey(person, credential, null, at, on)
  return authenticator
}
