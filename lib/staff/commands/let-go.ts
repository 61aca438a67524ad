import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { centres, sessions } from '@/db/schema'

/** Ends all sessions of somebody who is disabled or moved, and their role as lead of a service centre. */
export async function endStaffAccess(tx: Database, accountId: string) {
  await tx.delete(sessions).where(eq(sessions.accountId, accountId))
  await tx.update(centres).set({ leadId: null }).where(eq(centres.leadId, accountId))
}
