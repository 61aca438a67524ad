import 'server-only'
import type { Database } from '@/db/client'
import { logActs, logReads } from '@/db/schema'
import type { Actor } from '@/lib/actor'
import type { ReadAction } from '@/lib/lists'
import type { LogAct } from './actions'

/** The subject of an entry, in ids: never a name, an address or a serial number. */
export type LogSubject = {
  memberId?: number
  subjectId?: string
  centreId?: string
  country?: string
  reason?: string
  at: Date
}

/** An actor, or somebody who has just become one by signing in. */
type LoggedActor = Pick<Actor, 'id' | 'role' | 'centreId'>

/** Logs an act, in the transaction of the change. `null` is somebody not signed in, or the system. */
export async function record(tx: Database, actor: LoggedActor | null, action: LogAct, about: LogSubject) {
  await tx.insert(logActs).values({ action, ...actorColumns(actor), ...about })
}

/** Logs that somebody reads somebody's data, before they see it. */
export async function recordRead(tx: Database, actor: LoggedActor, action: ReadAction, about: LogSubject) {
  await tx.insert(logReads).values({ action, ...actorColumns(actor), ...about })
}

const actorColumns = (actor: LoggedActor | null) => ({
  actorId: actor?.id,
  actorRole: actor?.role,
  centreId: actor?.centreId,
})
