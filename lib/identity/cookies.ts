import 'server-only'
import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { SESSION_LIMITS } from '@/lib/identity/sessions/rules'
import { ATTEMPT_LIFE } from '@/lib/identity/sso/rules'
import { CHALLENGE_LIFE } from './rules'

const isSecure = () => env().APP_URL.startsWith('https:')
const prefixed = (name: string) => (isSecure() ? `__Host-${name}` : name)

export const sessionCookie = () => prefixed('lumix-session')
const challengeCookie = () => prefixed('lumix-challenge')
const ceremonyCookie = () => prefixed('lumix-ceremony')

/** The cookies that return with this browser from the single sign-on provider: our own, and those of next-auth. */
const ssoCookie = () => prefixed('lumix-sso')
export const ssoCookies = () => ({
  callbackUrl: { name: prefixed('lumix-sso-return'), options: attributes() },
  pkceCodeVerifier: { name: prefixed('lumix-sso-pkce'), options: attributes() },
  state: { name: prefixed('lumix-sso-state'), options: attributes() },
  nonce: { name: prefixed('lumix-sso-nonce'), options: attributes() },
})

/** The attributes of all our cookies; `__Host-` requires Secure, the path / and no domain. */
export const attributes = () => ({ httpOnly: true, sameSite: 'lax' as const, secure: isSecure(), path: '/' })

/** Signs this browser in: the cookie lasts as long as the longest session, but the row decides. */
export async function keepSession(token: string) {
  const jar = await cookies()
  jar.set(sessionCookie(), token, { ...attributes(), maxAge: SESSION_LIMITS.member.absolute / 1000 })
  for (const name of [challengeCookie(), ceremonyCookie()]) jar.delete({ name, ...attributes() })
}

/** Binds a challenge to this browser. */
export async function keepChallenge(token: string) {
  const jar = await cookies()
  jar.set(challengeCookie(), token, { ...attributes(), maxAge: CHALLENGE_LIFE / 1000 })
}

/** Binds the ceremonies of passkeys to this browser, until it is closed or signs in. */
export async function keepCeremony(token: string) {
  const jar = await cookies()
  jar.set(ceremonyCookie(), token, attributes())
}

export const readSessionCookie = async () => (await cookies()).get(sessionCookie())?.value
export const readChallengeCookie = async () => (await cookies()).get(challengeCookie())?.value
export const readCeremonyCookie = async () => (await cookies()).get(ceremonyCookie())?.value

export async function forgetSession() {
  const jar = await cookies()
  jar.delete({ name: sessionCookie(), ...attributes() })
}

/** Binds a round trip to the provider to this browser. */
export async function keepSso(token: string) {
  const jar = await cookies()
  jar.set(ssoCookie(), token, { ...attributes(), maxAge: ATTEMPT_LIFE / 1000 })
}

export const readSsoCookie = async () => (await cookies()).get(ssoCookie())?.value

/** Deletes it together with the cookies of next-auth. */
export async function forgetSso() {
  const jar = await cookies()
  const names = [ssoCookie(), ...Object.values(ssoCookies()).map(({ name }) => name)]
  for (const name of names) jar.delete({ name, ...attributes() })
}
