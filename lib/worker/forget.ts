import 'server-only'
import { lt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ceremonies, challenges, ssoAttempts } from '@/db/schema'

const HOUR = 3_600_000

/**
 * Deletes sign-ins that ended 23 hours ago, and expired passkey ceremonies and single sign-on attempts. Run at least every half
 * hour, it keeps none for more than 24 hours.
 */
export async function deleteOldChallenges(on: Database, at: Date) {
  await on.delete(challenges).where(lt(challenges.expiresAt, new Date(at.getTime() - 23 * HOUR)))
  await on.delete(ceremonies).where(lt(ceremonies.expiresAt, at))
  await on.delete(ssoAttempts).where(lt(ssoAttempts.expiresAt, at))
}
