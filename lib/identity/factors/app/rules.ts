import { generateURI, ScureBase32Plugin, verifySync } from 'otplib'

/** Seconds for which an app shows a code (RFC 6238, the default of every app). */
export const PERIOD = 30

/** A secret has 160 bits, as RFC 4226 recommends. */
export const SECRET_BYTES = 20

/** How long a secret waits for its first code, in milliseconds. */
export const ENROLMENT_LIFE = 30 * 60_000

const base32 = new ScureBase32Plugin()

/** Returns the time step of a moment: RFC 6238 with T0 = 0. */
export const stepAt = (at: Date) => Math.floor(at.getTime() / 1000 / PERIOD)

/**
 * Returns the time step of a six-digit code, or null for a wrong one. Accepts the current code and the ones before and after it,
 * so that a clock may be half a minute off and nobody has to hurry.
 */
export function stepOfCode(secret: Uint8Array, code: string, at: Date): number | null {
  const epoch = Math.floor(at.getTime() / 1000)
  const result = verifySync({ secret, token: code, epoch, epochTolerance: PERIOD, period: PERIOD })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

/** Returns the secret as it is typed, in base 32 (RFC 4648). */
export const secretText = (secret: Uint8Array) => base32.encode(secret).replaceAll('=', '')

/** Returns it in groups of four, for reading. */
export const groupSecret = (text: string) => text.match(/.{1,4}/g)?.join(' ') ?? ''

/** Returns the content of the QR code: the URI that authenticator apps know, with issuer, account and secret. */
export const appAddress = (secret: Uint8Array, email: string) =>
  generateURI({ issuer: 'LUMIX PRO', label: email, secret: secretText(secret) })
