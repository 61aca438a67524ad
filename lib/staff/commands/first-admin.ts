import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, staffInvitations } from '@/db/schema'
import { lockAdministrators } from '@/lib/administrators'
import { Refusal } from '@/lib/errors'
import { record } from '@/lib/log/record'
import { createToken, hashToken } from '@/lib/secrets'
import { INVITATION_LIFE } from '../rules'

/**
 * Invites the first admin, whom nobody else can invite, and returns the token of the link, for the operator. Called again, it
 * creates a new link and voids the previous one. Refuses as soon as there is an admin, and an address in use.
 */
export async function inviteFirstAdmin(email: string, at: Date, on: Database = db): Promise<string> {
  return on.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first admin', 0))`)
    if ((await lockAdministrators(tx)).length > 0) throw new Refusal('adminExists')
    const [existing] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(sql`lower(${accounts.email})`, email))
    if (existing) throw new Refusal('inviteHasAccount')
    const token = createToken()
    const id = await saveInvitation(tx, email, hashToken(token), at)
    await record(tx, null, 'staff.first-admin-invited', { subjectId: id, at })
    return token
  })
}

async function saveInvitation(tx: Database, email: string, hash: string, at: Date) {
  const link = { tokenHash: hash, expiresAt: new Date(at.getTime() + INVITATION_LIFE) }
  const admin = { role: 'admin', centreId: null } as const
  const [updated] = await tx
    .update(staffInvitations)
    .set({ ...link, ...admin })
    .where(
      and(
        eq(sql`lower(${staffInvitations.email})`, email),
        isNull(staffInvitations.acceptedAt),
        isNull(staffInvitations.revokedAt),
      ),
    )
    .returning({ id: staffInvitations.id })
  if (updated) return updated.id
  const [created] = await tx
    .insert(staffInvitations)
    .values({ email, language: 'en', createdAt: at, ...link, ...admin })
    .returning({ id: staffInvitations.id })
  return created?.id
}
