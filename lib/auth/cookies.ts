import 'server-only'
import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { CHALLENGE_LIFE, SESSION_LIMITS } from './rules'

const isSecure = () => env().APP_URL.startsWith('https:')
const prefixed = (name: string) => (isSecure() ? `__Host-${name}` : name)

export const sessionCookie = () => prefixed('lumix-session')
export const challengeCookie = () => prefixed('lumix-challenge')

/** The attributes of all our cookies; `__Host-` wants Secure, the path / and no domain. */
export const attributes = () => ({ httpOnly: true, sameSite: 'lax' as const, secure: isSecure(), path: '/' })

/** Signs this browser in: the cookie lives as long as the longest session, the row decides. */
export async function keepSession(token: string) {
  const jar = await cookies()
  jar.set(sessionCookie(), token, { ...attributes(), maxAge: SESSION_LIMITS.member.absolute / 1000 })
  jar.delete({ name: challengeCookie(), ...attributes() })
}

/** Binds a challenge to this browser. */
export async function keepChallenge(token: string) {
  const jar = await cookies()
  jar.set(challengeCookie(), token, { ...attributes(), maxAge: CHALLENGE_LIFE / 1000 })
}

export const readSessionCookie = async () => (await cookies()).get(sessionCookie())?.value
export const readChallengeCookie = async () => (await cookies()).get(challengeCookie())?.value

export async function forgetSession() {
  const jar = await cookies()
  jar.delete({ name: sessionCookie(), ...attributes() })
}
