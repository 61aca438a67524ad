import 'server-only'
import { type Database, db } from '@/db/client'
import { ssoAttempts } from '@/db/schema'
import { singleSignOn } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { consume } from '@/lib/limits'
import { createToken, hashToken } from '@/lib/secrets'
import { ATTEMPT_LIFE } from '../rules'

type SsoRequest = {
  /** The token in the link of the invitation to accept. */
  invitation?: string
  /** The session whose owner confirms their identity. */
  session?: string
  next?: string
  client?: string
}

/**
 * Starts a round trip to the provider, and returns the token that binds it to this browser. Refuses when no provider is
 * configured.
 */
export async function startSso(
  { invitation, session, next, client }: SsoRequest,
  at: Date,
  on: Database = db,
) {
  if (!singleSignOn()) throw new Refusal('ssoOff')
  await consume('sign-in-everyone', 'all')
  if (client) await consume('sign-in-client', client)
  const token = createToken()
  await on.insert(ssoAttempts).values({
    browserHash: hashToken(token),
    invitationHash: invitation && hashToken(invitation),
    sessionId: session,
    next,
    createdAt: at,
    expiresAt: new Date(at.getTime() + ATTEMPT_LIFE),
  })
  return token
}
