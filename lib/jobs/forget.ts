import 'server-only'
import { lt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { challenges } from '@/db/schema'

const HOUR = 3_600_000

/** Deletes sign-ins that were started more than 23 hours ago. Done at least once an hour, none is kept for more than 24. */
export async function forgetChallenges(on: Database, at: Date) {
  await on.delete(challenges).where(lt(challenges.createdAt, new Date(at.getTime() - 23 * HOUR)))
}
