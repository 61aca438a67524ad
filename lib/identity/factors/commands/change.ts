import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { passkeys } from '@/db/schema'
import type { Actor } from '@/lib/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import type { PasskeyName } from '../input'
import { mayChangeFactors, mayRemove } from '../policy'
import { factorsOf } from '../queries'
import { lockAccount } from './lock'

const isOwn = (actor: Actor, id: string) => and(eq(passkeys.id, id), eq(passkeys.accountId, actor.id))

/** Renames one of one's own passkeys. */
export async function renamePasskey(actor: Actor, { id, name }: PasskeyName, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const [renamed] = await tx
      .update(passkeys)
      .set({ name })
      .where(isOwn(actor, id))
      .returning({ id: passkeys.id })
    if (!renamed) throw new Refusal('notFound')
    await record(tx, actor, 'passkey.renamed', { subjectId: id, at })
  })
}

/** Removes one of one's own passkeys. Refuses staff without a fresh factor, and their last one. */
export async function removePasskey(actor: Actor, id: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    await lockAccount(tx, actor)
    if (!mayChangeFactors(actor, await factorsOf(actor, tx), at)) throw new Refusal('stepUp')
    const [removed] = await tx.delete(passkeys).where(isOwn(actor, id)).returning({ name: passkeys.name })
    if (!removed) throw new Refusal('notFound')
    if (!mayRemove(actor, await factorsOf(actor, tx))) throw new Refusal('lastFactor')
    await record(tx, actor, 'passkey.removed', { subjectId: id, at })
    const about = { change: 'passkey-removed', name: removed.name, at: at.toISOString() } as const
    await queueMail(tx, 'factor-changed', actor.id, about)
  })
}
