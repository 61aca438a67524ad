import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { centres } from '@/db/schema'
import { Refusal } from '@/lib/errors'

/** Refuses a service centre without a legal basis, and locks the centre until the caller's transaction ends. */
export async function requireLegalBasis(tx: Database, centreId: string | null | undefined) {
  if (!centreId) return
  const [centre] = await tx
    .select({ basis: centres.legalBasis })
    .from(centres)
    .where(eq(centres.id, centreId))
    .for('share')
  if (!centre?.basis) throw new Refusal('inviteWithoutBasis', 'centre')
}
