import 'server-only'
import type { Database } from '@/db/client'
import { logActs, logReads } from '@/db/schema'
import type { Actor } from '@/lib/actor'
import type { ReadAction } from '@/lib/lists'
import type { LogAct } from './actions'

/** What the entry is about, in ids: never a name, an address or a serial number. */
export type LogSubject = {
  memberId?: number
  subjectId?: string
  centreId?: string
  country?: string
  reason?: string
  at: Date
}

/** An actor, or whoever has become one this moment by signing in. */
type Acting = Pick<Actor, 'id' | 'role' | 'centreId'>

/** Writes down what was done, in the transaction of the change. `null` is somebody not signed in, or the system. */
export async function record(tx: Database, actor: Acting | null, action: LogAct, about: LogSubject) {
  await tx.insert(logActs).values({ action, ...by(actor), ...about })
}

/** Writes down that somebody looked at somebody's data, before they see it. */
export async function recordRead(tx: Database, actor: Acting, action: ReadAction, about: LogSubject) {
  await tx.insert(logReads).values({ action, ...by(actor), ...about })
}

const by = (actor: Acting | null) => ({
  actorId: actor?.id,
  actorRole: actor?.role,
  centreId: actor?.centreId,
})
