import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { identities, sessions } from '@/db/schema'
import type { Admin } from '@/lib/auth/actor'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { openPerson } from '@/lib/staff/commands/people'

/**
 * Takes somebody's account off the provider and signs them out; from then on they sign in by code and set up a factor of their
 * own. Refuses one's own account, one that is not bound, and a factor that was not shown lately.
 */
export async function unbind(admin: Admin, id: string, at: Date, on: Database = db) {
  await on.transaction(async (tx) => {
    const person = await openPerson(tx, admin, id, at)
    const [unbound] = await tx
      .delete(identities)
      .where(eq(identities.accountId, person.id))
      .returning({ id: identities.id })
    if (!unbound) throw new Refusal('alreadyDone')
    await tx.delete(sessions).where(eq(sessions.accountId, person.id))
    await record(tx, admin, 'identity.unbound', { subjectId: person.id, at })
    await queueMail(tx, 'factor-changed', person.id, { change: 'sso-unbound', at: at.toISOString() })
  })
}
