import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { eq } from 'drizzle-orm'
import type { NextRequest } from 'next/server'
import NextAuth, { type NextAuthConfig } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import type { OIDCConfig } from 'next-auth/providers'
import { db } from '@/db/client'
import { sessions } from '@/db/schema'
import { paths } from '@/lib/addresses'
import { env, singleSignOn } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { SESSION_LIMITS } from '@/lib/identity/sessions/rules'
import { PROVIDER } from '@/lib/identity/sso/rules'
import { logError, logger } from '@/lib/logger'
import { hashToken } from '@/lib/secrets'
import { attributes, sessionCookie, ssoCookies } from './cookies'
import { type FoundSession, findSession } from './queries'
import type { AcceptInvitation } from './sso/commands/finish'
import { finishSsoReturn } from './sso/return'

/** What the adapter read during one call of `auth()`, so that it does not have to pass through next-auth's JSON. */
const sessionReads = new AsyncLocalStorage<{ session?: FoundSession; failure?: unknown }>()

const maxAge = SESSION_LIMITS.member.absolute / 1000

/** The four methods that database sessions need; tokens are looked up by their SHA-256. */
const adapter: Adapter = {
  async getSessionAndUser(token) {
    const result = sessionReads.getStore()
    try {
      const current = await findSession(token, new Date())
      if (result && current) result.session = current
      return current && asSessionAndUser(token, current)
    } catch (failure) {
      if (result) result.failure = failure
      throw failure
    }
  },
  async deleteSession(token) {
    await db.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)))
  },
  // `findSession` applies our own idle times; `lib/identity` writes the rows.
  updateSession: () => null,
  // Called before our policy; `lib/identity/sso` decides which account an identity is bound to.
  getUserByAccount: () => null,
  // next-auth requires these before it reads a session. It calls none: `finishSsoReturn` always returns a path to continue to.
  createSession: refuseCreation,
  createUser: refuseCreation,
  getUser: refuseCreation,
  getUserByEmail: refuseCreation,
  updateUser: refuseCreation,
  linkAccount: refuseCreation,
}

function refuseCreation(): never {
  throw new Error('Accounts and sessions are created by the commands of lib/identity.')
}

/** Returns the configured provider, if any. */
function providers(): OIDCConfig<{ sub: string }>[] {
  const provider = singleSignOn()
  if (!provider) return []
  const { issuer, clientId, clientSecret, name } = provider
  return [
    {
      id: PROVIDER,
      type: 'oidc',
      name,
      issuer,
      clientId,
      clientSecret,
      checks: ['pkce', 'state', 'nonce'],
      // Neither name nor address is read: issuer and subject identify a person.
      authorization: { params: { scope: 'openid' } },
      profile: ({ sub }) => ({ id: sub }),
    },
  ]
}

const config = (): NextAuthConfig => {
  // The return address is the configured one, never one from a Host header.
  process.env.AUTH_URL = env().APP_URL
  return {
    adapter,
    providers: providers(),
    secret: env().AUTH_SECRET,
    trustHost: true,
    session: { strategy: 'database', maxAge, updateAge: maxAge },
    cookies: { sessionToken: { name: sessionCookie(), options: attributes() }, ...ssoCookies() },
    pages: { signIn: paths.signIn, signOut: paths.signIn, error: paths.signIn },
    callbacks: {
      session: ({ session }) => ({ user: { id: session.user.id }, expires: session.expires }),
      signIn: ({ profile }) => finishSsoReturn(profile, accepting.getStore() ?? refuseInvitation),
    },
    logger: { error: logAuthError },
  }
}

/** Somebody who cancels at the provider, or returns too late, is not an error. */
function logAuthError(error: Error) {
  const { type = error.name } = error as { type?: string }
  if (type === 'OAuthCallbackError' || type === 'InvalidCheck') return logger.info({ sso: type })
  const cause = error.cause as { err?: unknown } | undefined
  logError(cause?.err ?? error, { nextAuth: type })
}

const { auth, handlers, signIn, signOut } = NextAuth(config)

export { signIn, signOut }

/** How the current request accepts a staff invitation, which this noun must not know. */
const accepting = new AsyncLocalStorage<AcceptInvitation>()

const refuseInvitation: AcceptInvitation = async () => {
  throw new Refusal('invitationUnknown')
}

/** Returns next-auth's routes. `accept` creates the account of a staff invitation that is accepted with single sign-on. */
export const handlersWith = (accept: AcceptInvitation) => ({
  get: (request: NextRequest) => accepting.run(accept, () => handlers.GET(request)),
  post: (request: NextRequest) => accepting.run(accept, () => handlers.POST(request)),
})

/** Returns the session of this request, or null. A failing database is an error, never "signed out". */
export async function readSession(): Promise<FoundSession | null> {
  const result: { session?: FoundSession; failure?: unknown } = {}
  const session = await sessionReads.run(result, () => auth())
  if (result.failure) throw result.failure
  return session ? (result.session ?? null) : null
}

function asSessionAndUser(token: string, current: FoundSession) {
  // Generous: only findSession decides when the session ends.
  const expires = new Date(Date.now() + maxAge * 1000)
  return {
    session: { sessionToken: token, userId: current.id, expires },
    user: { id: current.id, email: '', emailVerified: null },
  }
}
