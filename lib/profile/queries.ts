import 'server-only'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, correctionRequests, emailChanges, members } from '@/db/schema'
import type { Member } from '@/lib/actor'
import { hashToken } from '@/lib/secrets'

/** Returns a member's own data, with pending changes. */
export async function ownProfile(member: Member, at: Date, on: Database = db) {
  const [profile] = await on
    .select({
      firstName: members.firstName,
      surname: members.surname,
      bornOn: members.bornOn,
      country: members.country,
      email: accounts.email,
      language: accounts.language,
      newEmail: emailChanges.newEmail,
      askedCorrection: correctionRequests.id,
      hasVerified: sql<boolean>`exists (select 1 from registrations r where r.member_id = ${members.id} and r.state = 'verified')`,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(emailChanges, and(eq(emailChanges.accountId, accounts.id), gt(emailChanges.expiresAt, at)))
    .leftJoin(
      correctionRequests,
      and(eq(correctionRequests.memberId, members.id), isNull(correctionRequests.decidedAt)),
    )
    .where(eq(members.id, member.ownMemberId))
  if (!profile) throw new Error('The member has no data.')
  return profile
}

/** Returns a change of address, with the mailbox its link belongs to, while the link is valid; else null. */
export async function findEmailChange(token: string, at: Date, on: Database = db) {
  const hash = hashToken(token)
  const [change] = await on
    .select()
    .from(emailChanges)
    .where(
      and(
        or(eq(emailChanges.oldTokenHash, hash), eq(emailChanges.newTokenHash, hash)),
        gt(emailChanges.expiresAt, at),
      ),
    )
  if (!change) return null
  return { ...change, box: change.oldTokenHash === hash ? ('old' as const) : ('new' as const) }
}
