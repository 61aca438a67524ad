import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { sessions } from '@/db/schema'
import type { Actor } from '@/lib/actor'
import { record } from '@/lib/log/record'

/** Ends every session of the account, this one included. */
export async function signOutEverywhere(actor: Actor, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.accountId, actor.id))
    await record(tx, actor, 'session.closed-everywhere', { subjectId: actor.id, at })
  })
}
