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
import { PROVIDER } from '@/lib/identity/sso/rules'
import { logError, logger } from '@/lib/logger'
import { hashToken } from '@/lib/secrets'
import { attributes, sessionCookie, ssoCookies } from './cookies'
import { type FoundSession, findSession } from './queries'
import { SESSION_LIMITS } from './rules'
import type { AcceptInvitation } from './sso/commands/finish'
import { finishSsoReturn } from './sso/return'

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
    await db.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)))
  },
  // `findSession` keeps our own idle times; `lib/identity` writes the rows.
  updateSession: () => null,
  // It asks before our policy does; which account an identity is bound to is for `lib/identity/sso` to say.
  getUserByAccount: () => null,
  // next-auth wants to see these before it reads a session. It calls none: `comeBack` always says where to go on to.
  createSession: madeElsewhere,
  createUser: madeElsewhere,
  getUser: madeElsewhere,
  getUserByEmail: madeElsewhere,
  updateUser: madeElsewhere,
  linkAccount: madeElsewhere,
}

function madeElsewhere(): never {
  throw new Error('Accounts and sessions are made by the commands of lib/identity.')
}

/** The provider that the settings name, if they do. */
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
      // Neither name nor address is read: who somebody is, is issuer and subject.
      authorization: { params: { scope: 'openid' } },
      profile: ({ sub }) => ({ id: sub }),
    },
  ]
}

const config = (): NextAuthConfig => {
  // The address to come back to is the one in the settings, never one from a Host header.
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
    logger: { error: tell },
  }
}

/** Somebody who changes their mind at the provider, or comes back too late, is no fault of ours. */
function tell(error: Error) {
  const { type = error.name } = error as { type?: string }
  if (type === 'OAuthCallbackError' || type === 'InvalidCheck') return logger.info({ sso: type })
  const cause = error.cause as { err?: unknown } | undefined
  logError(cause?.err ?? error, { nextAuth: type })
}

const { auth, handlers, signIn, signOut } = NextAuth(config)

export { signIn, signOut }

/** How the request that is being answered accepts a staff invitation, which is not for this noun to know. */
const accepting = new AsyncLocalStorage<AcceptInvitation>()

const refuseInvitation: AcceptInvitation = async () => {
  throw new Refusal('invitationUnknown')
}

/** next-auth's routes. `accept` makes the account of a staff invitation that is accepted with single sign-on. */
export const handlersWith = (accept: AcceptInvitation) => ({
  get: (request: NextRequest) => accepting.run(accept, () => handlers.GET(request)),
  post: (request: NextRequest) => accepting.run(accept, () => handlers.POST(request)),
})

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
