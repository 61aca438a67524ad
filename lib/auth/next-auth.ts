import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { eq } from 'drizzle-orm'
import NextAuth, { type NextAuthConfig } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import { db } from '@/db/client'
import { sessions } from '@/db/schema'
import { env } from '@/lib/env'
import { attributes, sessionCookie } from './cookies'
import { type FoundSession, findSession } from './queries'
import { SESSION_LIMITS } from './rules'
import { tokenHash } from './secrets'

/** What the adapter read during one call of `auth()`, so that nothing of it has to travel through next-auth's JSON. */
const reading = new AsyncLocalStorage<{ session?: FoundSession; failure?: unknown }>()

const maxAge = SESSION_LIMITS.member.absolute / 1000

/** The four methods that database sessions need; tokens are looked up by their SHA-256. */
const adapter: Adapter = {
  async getSessionAndUser(token) {
    const held = reading.getStore()
    try {
      const found = await findSession(token, new Date())
      if (held && found) held.session = found
      return found && asSessionAndUser(token, found)
    } catch (failure) {
      if (held) held.failure = failure
      throw failure
    }
  },
  async deleteSession(token) {
    await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash(token)))
  },
  // `findSession` keeps our own idle times; `lib/auth` writes the rows.
  updateSession: () => null,
  // next-auth wants to see these before it reads a session, and calls none of them without a provider.
  createSession: madeElsewhere,
  createUser: madeElsewhere,
  getUser: madeElsewhere,
  getUserByEmail: madeElsewhere,
  getUserByAccount: madeElsewhere,
  updateUser: madeElsewhere,
  linkAccount: madeElsewhere,
}

function madeElsewhere(): never {
  throw new Error('Accounts and sessions are made by lib/auth/commands.')
}

const config = (): NextAuthConfig => ({
  adapter,
  providers: [],
  secret: env().AUTH_SECRET,
  trustHost: true,
  session: { strategy: 'database', maxAge, updateAge: maxAge },
  cookies: { sessionToken: { name: sessionCookie(), options: attributes() } },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  callbacks: { session: ({ session }) => ({ user: { id: session.user.id }, expires: session.expires }) },
})

const { auth, handlers, signOut } = NextAuth(config)

export { handlers, signOut }

/** The session of this request, or null. A database that does not answer is an error, never "signed out". */
export async function readSession(): Promise<FoundSession | null> {
  const held: { session?: FoundSession; failure?: unknown } = {}
  const session = await reading.run(held, () => auth())
  if (held.failure) throw held.failure
  return session ? (held.session ?? null) : null
}

function asSessionAndUser(token: string, found: FoundSession) {
  // A day to spare: when the session ends is decided by findSession alone.
  const expires = new Date(Date.now() + maxAge * 1000)
  return {
    session: { sessionToken: token, userId: found.id, expires },
    user: { id: found.id, email: '', emailVerified: null },
  }
}
