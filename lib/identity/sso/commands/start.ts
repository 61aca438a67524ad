import 'server-only'
import { type Database, db } from '@/db/client'
import { ssoAttempts } from '@/db/schema'
import { singleSignOn } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { consume } from '@/lib/limits'
import { createToken, hashToken } from '@/lib/secrets'
import { ATTEMPT_LIFE } from '../rules'

type Asked = {
  /** The token in the link of the invitation that is accepted so. */
  invitation?: string
  /** The session whose owner confirms who they are. */
  session?: string
  next?: string
  client?: string
}

/**
 * Begins a way to the provider and back, and returns the token that binds it to this browser. Refuses where no provider is set.
 */
export async function startSso({ invitation, session, next, client }: Asked, at: Date, on: Database = db) {
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
