import 'server-only'
import type { Database } from '@/db/client'
import { logEntries } from '@/db/schema'
import type { Actor } from '@/lib/actor'
import type { LogAction } from './actions'

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

/** Writes one row of the log, in the transaction of the change it tells of. `null` is somebody not signed in, or the system. */
export async function record(tx: Database, actor: Acting | null, action: LogAction, about: LogSubject) {
  await tx.insert(logEntries).values({
    action,
    actorId: actor?.id,
    actorRole: actor?.role,
    centreId: actor?.centreId,
    ...about,
  })
}
