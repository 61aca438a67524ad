import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { members, sessions } from '@/db/schema'
import type { Actor, Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'

/** Signs one of one's own devices out. Returns whether it was the current one. */
export async function endOwnSession(actor: Actor, id: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.accountId, actor.id)))
      .returning({ id: sessions.id })
    if (!ended) throw new Refusal('sessionOver')
    await record(tx, actor, 'session.closed', { subjectId: actor.id, at })
  })
  return id === actor.sessionId
}

/** Signs out one device of anybody, including members. */
export async function endSession(admin: Admin, id: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(eq(sessions.id, id))
      .returning({ accountId: sessions.accountId })
    if (!ended) throw new Refusal('sessionOver')
    await record(tx, admin, 'session.closed', { ...(await subjectOf(tx, ended.accountId)), at })
  })
}

/** Signs somebody out everywhere. */
export async function endSessionsOf(admin: Admin, accountId: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(eq(sessions.accountId, accountId))
      .returning({ id: sessions.id })
    if (ended.length === 0) throw new Refusal('sessionOver')
    await record(tx, admin, 'session.closed-everywhere', { ...(await subjectOf(tx, accountId)), at })
  })
}

/** Returns whom the log names: the account, and its member, so that the entry is found with the member's others. */
async function subjectOf(tx: Database, accountId: string) {
  const [member] = await tx.select({ id: members.id }).from(members).where(eq(members.accountId, accountId))
  return { subjectId: accountId, memberId: member?.id }
}
